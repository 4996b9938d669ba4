import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const site = fs.mkdtempSync(path.join(os.tmpdir(), 'tag-archive-package-'))

describe('the package as npm would publish it, in a site of somebody else', () => {
  beforeAll(() => {
    installPackage()
    fs.copyFileSync(path.join(root, 'test/fixtures/demo/ligne-14.txt'), path.join(site, 'ligne-14.txt'))
    fs.writeFileSync(path.join(site, 'package.json'), '{ "type": "module" }')
    fs.writeFileSync(path.join(site, 'eleventy.config.mjs'), findReadmeConfig())
  }, 120_000)

  afterAll(() => fs.rmSync(site, { recursive: true, force: true }))

  test('holds no TypeScript source, no test and no demo post', () => {
    const packed = fs.readdirSync(path.join(site, 'node_modules/eleventy-plugin-tag-archive'))
    expect(packed.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'dist', 'package.json'])
  })

  test('imports an archive and builds it with the configuration of the README', () => {
    run('node_modules/eleventy-plugin-tag-archive/bin/tag-archive.js', 'import', 'ligne-14.txt')
    run('node_modules/@11ty/eleventy/cmd.cjs', '--quiet')
    const post = fs.readFileSync(path.join(site, '_site/articles/la-ligne-14-va-jusqu-a-orly/index.html'), 'utf8')
    expect(post).toContain('<h1>La ligne 14 va jusqu’à Orly</h1>')
    expect(post).toContain('href="https://example.org/articles/la-ligne-14-va-jusqu-a-orly/"')
  })

  test('draws pictures of the articles for those who share them', () => {
    const config = path.join(site, 'eleventy.config.mjs')
    fs.writeFileSync(config, findReadmeConfig().replace('addPlugin(tagArchive, {', "$& shareImages: 'posts',"))
    run('node_modules/@11ty/eleventy/cmd.cjs', '--quiet')
    const post = fs.readFileSync(path.join(site, '_site/articles/la-ligne-14-va-jusqu-a-orly/index.html'), 'utf8')
    const [, picture] = /"og:image" content="https:\/\/example.org\/([^"]+)"/.exec(post)!
    expect(fs.statSync(path.join(site, '_site', picture!)).size).toBeGreaterThan(5_000)
  })
})

/** Packs as `npm pack` does, and links the dependencies that the package declares: no registry is asked. */
function installPackage(): void {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', site], { cwd: root, encoding: 'utf8' })
  const { filename } = JSON.parse(packed.slice(packed.indexOf('[')))[0] as { filename: string }
  const modules = path.join(site, 'node_modules')
  fs.mkdirSync(modules)
  execFileSync('tar', ['-xzf', path.join(site, filename), '-C', modules])
  fs.renameSync(path.join(modules, 'package'), path.join(modules, 'eleventy-plugin-tag-archive'))
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    fs.mkdirSync(path.dirname(path.join(modules, name)), { recursive: true })
    fs.symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name))
  }
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
}

function findReadmeConfig(): string {
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8')
  return /```js\n(\/\/ eleventy\.config\.mjs\n[\s\S]*?)```/.exec(readme)![1]!
}

const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, args, { cwd: site, encoding: 'utf8', stdio: 'pipe' })
