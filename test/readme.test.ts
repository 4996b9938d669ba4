import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/cli/commands.ts'
import { formatOptionsTable } from './readme-options.ts'

const root = path.resolve(import.meta.dirname, '..')
const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8')

describe('the README is true', () => {
  test('its table of options says what the code says', () => {
    expect(readme).toContain(formatOptionsTable())
  })

  test('every file and folder that it links to is there', () => {
    const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target!)
    expect(targets.length).toBeGreaterThan(2)
    expect(targets.filter((target) => !fs.existsSync(path.join(root, target)))).toEqual([])
  })

  test('every npm script and command that it names exists', () => {
    const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object }
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!)
    expect(named.filter((script) => !(script in scripts))).toEqual([])
    const called = [...readme.matchAll(/tag-archive (\w+) [A-Z]/g)].map(([, command]) => command!)
    expect(called.filter((command) => !(command in commands))).toEqual([])
  })
})
