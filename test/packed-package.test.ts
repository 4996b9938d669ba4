import { execFileSync, spawn } from 'node:child_process'
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
    const code = fs.readdirSync(path.join(site, 'node_modules/eleventy-plugin-tag-archive/dist'), { recursive: true })
    expect(code.filter((name) => /(?<!\.d)\.[jt]s$/.test(String(name))).sort()).toEqual([
      'cli.js',
      'index.js',
      'second-thread-work.js',
      'shared.js',
    ])
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

  test('has the look that its owner gives it, and has it anew while he writes', async () => {
    const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><circle r="9"/></svg>'
    fs.writeFileSync(path.join(site, 'logo.svg'), logo)
    fs.writeFileSync(path.join(site, 'styles.css'), ':root { --thread: teal }')
    fs.writeFileSync(
      path.join(site, 'eleventy.config.mjs'),
      findReadmeConfig().replace('site: {', "styles: ['styles.css'], $& logo: 'logo.svg',"),
    )
    const home = () => fs.readFileSync(path.join(site, '_site/index.html'), 'utf8')
    const styles = () =>
      fs.readFileSync(path.join(site, '_site', /assets\/tag-archive\.\w+\.css/.exec(home())![0]), 'utf8')
    fs.rmSync(path.join(site, '_site'), { recursive: true })
    const watching = spawn(process.execPath, ['node_modules/@11ty/eleventy/cmd.cjs', '--watch'], { cwd: site })
    try {
      await expect.poll(() => watching.stdout.read()?.toString(), { timeout: 20_000 }).toContain('Watching')
      expect(home()).toMatch(/<img src="\/assets\/logo\.\w+\.svg" alt="Le carnet retrouvé" width="90" height="30">/)
      expect(styles()).toContain('--thread: teal')
      // Again and again: Eleventy says that it watches a moment before it does.
      const saved = () => {
        fs.writeFileSync(path.join(site, 'styles.css'), ':root { --thread: navy }')
        return styles()
      }
      await expect.poll(saved, { timeout: 40_000, interval: 2_000 }).toContain('--thread: navy')
    } finally {
      watching.kill()
    }
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
