import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TagArchiveError } from '../../src/errors.ts'
import { buildOnDisk, silenceEleventy, writeFolder } from './build.ts'
import { pngOf } from './pictures.ts'

const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><circle r="9"/></svg>'
const posts = { 'posts/a.md': '---\ntitle: Le port\ndate: 2024-06-15\n---\n\nTexte.\n' }

/** A site with all that an owner may give. */
function writeSite() {
  const folder = writeFolder({
    ...posts,
    'images/Mon "logo" à 100 %.SVG': logo,
    'a.css': ':root{--ink:navy}',
    'b.css': 'h1{}',
  })
  const header = path.join(folder, 'header.png')
  fs.writeFileSync(header, pngOf(1600, 400))
  const options = {
    site: {
      url: 'https://example.org/blog/',
      title: 'Le 5" <3',
      logo: path.join(folder, 'images/Mon "logo" à 100 %.SVG'),
      headerImage: header,
    },
    styles: [path.join(folder, 'a.css'), path.join(folder, 'b.css')],
  }
  return { folder, options, header }
}

const imagesOf = (page: string | undefined) => Array.from((page ?? '').matchAll(/<img [^>]+>/g), ([image]) => image)

describe('a site with pictures and style sheets of its owner’s', () => {
  test('shows the logo everywhere and the wide picture at home, below the path prefix, whatever the files are called', async () => {
    const { folder, options } = writeSite()
    const files = await buildOnDisk(folder, { options })
    const name = /\/blog\/(assets\/logo\.[0-9a-f]{10}\.svg)/.exec(files.get('index.html')!)![1]!
    const logoOf = `<img src="/blog/${name}" alt="Le 5&quot; &lt;3" width="90" height="30">`
    expect(files.get(name)).toBe(logo)
    expect(imagesOf(files.get('articles/a/index.html'))).toEqual([logoOf])
    expect(imagesOf(files.get('index.html'))).toEqual([
      logoOf,
      expect.stringMatching(
        /^<img class="header-image" src="\/blog\/assets\/headerImage\.[0-9a-f]{10}\.png" alt="" width="1600" height="400">$/,
      ),
    ])
  })

  test('has one style sheet, with theirs last and in order', async () => {
    const { folder, options } = writeSite()
    const files = await buildOnDisk(folder, { options })
    const sheets = [...files].filter(([name]) => /tag-archive\.[0-9a-f]{10}\.css$/.test(name))
    expect(sheets).toHaveLength(1)
    expect(sheets[0]![1]).toMatch(/@layer site \{\n:root\{--ink:navy\}\n\}\n@layer site \{\nh1\{\}\n\}\n$/)
    expect(files.get('404.html')).toContain(`href="/blog/${sheets[0]![0]}"`)
  })

  test('gives what changes a new address on every page, and takes away what nothing names any more', async () => {
    const { folder, options, header } = writeSite()
    await buildOnDisk(folder, { options })
    fs.writeFileSync(header, pngOf(1600, 300))
    fs.writeFileSync(options.styles[0]!, ':root{--ink:maroon}')
    fs.writeFileSync(options.site.logo, logo.replace('90', '60'))
    const warm = await buildOnDisk(folder, { options, isAfterAnother: true })
    expect(warm).toEqual(await buildOnDisk(folder, { options }))
    const assets = [...warm.keys()].filter((name) => /^assets\/(?:logo|headerImage|tag-archive)/.test(name))
    expect(assets).toHaveLength(3)
    expect(warm.get('articles/a/index.html')).toContain('width="60"')
  })

  test('writes no page but the first anew for another picture above it', async () => {
    const { folder, options, header } = writeSite()
    await buildOnDisk(folder, { options })
    const pages = ['index.html', 'articles/a/index.html', 'tags/index.html', '404.html']
    const listTimes = () => pages.map((page) => fs.statSync(path.join(folder, '_site', page)).mtimeMs)
    const before = listTimes()
    fs.writeFileSync(header, pngOf(1600, 300))
    const warm = await buildOnDisk(folder, { options, isAfterAnother: true })
    expect(listTimes().map((time, at) => time === before[at])).toEqual([false, true, true, true])
    expect(warm.get('index.html')).toContain('height="300"')
  })

  const builds = (options: object, files: Readonly<Record<string, string>> = {}) => {
    silenceEleventy()
    const folder = writeFolder({ ...posts, ...files })
    return buildOnDisk(folder, { options }).then(
      () => undefined,
      (error: Error & { readonly originalError?: Error }) => String(error.originalError ?? error),
    )
  }

  test.each([
    ['site.logo', { site: { logo: 'no/logo.svg' } }],
    ['site.headerImage', { site: { headerImage: 'no/header.jpg' } }],
    ['styles', { styles: ['no/styles.css'] }],
  ])('is told that a file of %s is not there, and where it is looked for', async (name, options) => {
    const error = await builds(options)
    expect(error).toContain(`The option "${name}" names no/`)
    expect(error).toContain(path.resolve('.'))
  })
})

describe('a file that can’t be used', () => {
  const useless = async (name: string, text: string, toOptions: (file: string) => object): Promise<TagArchiveError> => {
    silenceEleventy()
    const folder = writeFolder({ ...posts, [name]: text })
    return buildOnDisk(folder, { options: toOptions(path.join(folder, name)) }).then(
      () => expect.fail('the build went on'),
      (error) => error,
    )
  }

  test.each(['logo.png', 'logo.svg'])('as a picture: %s', async (name) => {
    const error = await useless(name, '<html>', (logo) => ({ site: { logo } }))
    expect(error.message).toMatch(/site\.logo.*doesn't tell the size/)
  })

  test('since it imports others, where that does nothing', async () => {
    const error = await useless('a.css', '/* colours */ @import "b.css";', (file) => ({ styles: [file] }))
    expect(error.message).toMatch(/a\.css.*@import/)
  })
})
