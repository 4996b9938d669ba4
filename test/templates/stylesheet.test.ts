import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { toStylesheet } from '../../src/templates/stylesheet.ts'

const stylesheet = toStylesheet([])
const source = path.resolve(import.meta.dirname, '../../src')
const readFolder = (folder: string) =>
  fs
    .readdirSync(path.join(source, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => fs.readFileSync(path.join(source, folder, name), 'utf8'))
const markup = [...readFolder('templates'), ...readFolder('markup')].join('\n')

test('has no rule for a class that no template writes', () => {
  const styled = new Set([...stylesheet.matchAll(/\.([a-z][a-z-]*)/g)].map(([, name]) => name!))
  expect([...styled].filter((name) => !new RegExp(`["' \`]${name}["' \`]`).test(markup))).toEqual([])
})

test('puts every rule into a layer, and the site’s own before those for paper and forced colours only', () => {
  const [order, ...layers] = [...stylesheet.matchAll(/@layer ([a-z,]+)/g)].map(([, names]) => names!)
  expect(order!.split(',').slice(-2)).toEqual(['site', 'media'])
  expect(order!.split(',').filter((name) => name !== 'site')).toEqual(layers)
  expect(stylesheet.split('{')).toHaveLength(stylesheet.split('}').length)
})

test('keeps every rule of its own, whatever the site’s are', () => {
  const own = '/* « é » */ .a { color: red } } @media print {'
  expect(toStylesheet([own, ':root{}'])).toBe(`${stylesheet}@layer site {\n${own}\n}\n@layer site {\n:root{}\n}\n`)
})

test('stays small, and asks for nothing else', () => {
  expect(Buffer.byteLength(stylesheet)).toBeLessThanOrEqual(10_000)
  expect(stylesheet).not.toMatch(/url\(|@import|@font-face/)
})
