import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkSite } from '../../../src/cli/check-site/check-site.ts'
import { post } from '../../posts/build-post.ts'

const posts = [post('Un'), post('Brouillon', { isDraft: true })]
const page = (body: string, { title = 'Titre', description = 'Description' } = {}) =>
  `<!DOCTYPE html><title>${title}</title><meta name="description" content="${description}"><body>${body}`

/** Codes and messages of what is wrong with a site of these files. */
function check(files: Readonly<Record<string, string>>, { pathPrefix = '/', bytes = 1000 } = {}): readonly string[] {
  const site = {
    directory: '_site',
    files: Object.keys(files),
    read: (file: string) => files[file]!,
    sizeOf: () => bytes,
  }
  return checkSite(site, posts, pathPrefix).map(({ code, message }) => `${code}: ${message}`)
}

const rss = (items: string) => `<?xml version="1.0"?><rss version="2.0"><channel>${items}</channel></rss>`
const item = (id: string) => `<item><title>x</title><guid>${id}</guid></item>`

describe('a built site', () => {
  test('has nothing wrong where all links, images and feeds are whole', () => {
    const files = {
      'index.html': page(
        '<h1 id="haut">a</h1><a href="/un/#b&amp;c">b</a><a href="#haut">c</a><img src="i.png" srcset="i.png 1x, /i.png 2x">',
      ),
      'un/index.html': page("<p id='b&amp;c'><a href='../#haut'>a</a><a href='https://example.org/#x'>b</a>"),
      'i.png': '',
      'feed.xml': rss(item('a') + item('b')),
      'feed.json': '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a"},{"id":"b"}]}',
    }
    expect(check(files)).toEqual([])
  })

  test('has titles and descriptions where our own pages have them', () => {
    const folder = path.resolve(import.meta.dirname, '../../golden/pages')
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.html'))
    const files = Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]))
    expect(names.length).toBeGreaterThan(10)
    expect(check(files).filter((problem) => /^(?:TITLE|DESCRIPTION)_MISSING/.test(problem))).toEqual([])
  })

  test.each([
    [
      'an anchor that no page has',
      page('<a href="/#nulle">a</a>'),
      'ANCHOR_MISSING: index.html links to /#nulle, which is not there.',
    ],
    ['an image', page('<img src="/x.png">'), 'IMAGE_MISSING: index.html shows /x.png, which is not there.'],
    [
      'an image for fine screens',
      page('<img srcset="/x.png 2x">'),
      'IMAGE_MISSING: index.html shows /x.png, which is not there.',
    ],
    ['a page without title', page('', { title: ' ' }), 'TITLE_MISSING: 1 page has no title: index.html.'],
    [
      'a page without description',
      page('', { description: '' }),
      'DESCRIPTION_MISSING: 1 page has no description: index.html.',
    ],
    [
      'an address on this machine',
      page('<link rel="canonical" href="http://localhost:8080/">'),
      'ADDRESS_LOCAL: index.html says that its address is http://localhost:8080/, which is this machine.',
    ],
  ])('is told: %s', (_, html, problem) => {
    expect(check({ 'index.html': html })).toEqual([problem])
  })

  test.each([
    ['feed.xml', rss('<item>'), /^FEED_INVALID: feed\.xml is not well-formed: /],
    [
      'tag/a/atom.xml',
      '<feed><entry><id>a</id></entry><entry><id>a</id></entry></feed>',
      / has two entries with the id a\.$/,
    ],
    ['feed-archive-1.xml', rss('<item><title>x</title></item>'), / has an entry without an id\.$/],
    ['feed.json', '{', /^FEED_INVALID: feed\.json is no JSON: /],
    ['feed.json', '{"items":[]}', / has not the shape of a JSON Feed\.$/],
    ['feed.json', '{"version":"1","items":[{}]}', / has an entry without an id\.$/],
  ])('has a fault in %s', (file, text, problem) => {
    expect(check({ [file]: text })).toEqual([expect.stringMatching(problem)])
  })

  test('says which pages an earlier build left, and that a draft is among them', () => {
    const files = Object.fromEntries(
      ['un', 'deux', 'brouillon'].map((slug) => [`articles/${slug}/index.html`, page('')]),
    )
    const redirect = '<title>a</title><meta name="robots" content="noindex">'
    expect(check({ ...files, 'articles/ancienne-adresse/index.html': redirect })).toEqual([
      'PAGE_STALE: articles/deux/index.html shows a post that is not there any more.',
      'DRAFT_IN_SITE: articles/brouillon/index.html shows a post that is a draft.',
    ])
  })

  test.each([
    [600e6, []],
    [800e6, ['SITE_LARGE: The site has 800 MB; GitHub Pages takes 1000 MB.']],
    [1200e6, ['SITE_TOO_LARGE: The site has 1200 MB; GitHub Pages takes 1000 MB.']],
  ])('of %i bytes is weighed against what GitHub Pages takes', (bytes, problems) => {
    expect(check({ 'a.txt': '' }, { bytes })).toEqual(problems)
  })
})
