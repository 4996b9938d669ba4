import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasChromium, launchChromium } from '../../site/chromium.ts'
import { run } from '../run-main.ts'
import { towns } from '../text-archive.ts'

let cwd: string
beforeEach(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'import-report-'))
  await mkdir(path.join(cwd, 'old'))
  await put('old/villes.txt', towns)
  await put('old/flux.xml', feed)
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

const put = (name: string, text: string) => writeFile(path.join(cwd, name), text)
const get = (name: string) => readFile(path.join(cwd, name), 'utf8')

const body =
  'Le bac de midi est resté à quai toute la semaine, faute de passeur, et les maraîchers ont fait le tour par le pont. '
const item = (title: string, tag: string, text: string) =>
  `<item><title>${title}</title><link>https://bac.example/${tag}/</link><guid>${tag}</guid><category>${tag}</category><pubDate>Mon, 06 Jan 2020 10:00:00 GMT</pubDate><description>${text}</description></item>`
const hostile = '&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;" onload=\'x'
const feed = `<rss version="2.0"><channel><title>Le bac</title><link>https://bac.example/</link>${[
  item(hostile, 'Élections', body.repeat(3)),
  item('Le bac à quai', 'Élection', `Rappel. ${body.repeat(3)}`),
  item(
    'Les passeurs',
    'elections',
    'Deux passeurs se relaient depuis lundi sur la rive gauche, et un troisième apprend.',
  ),
].join('')}</channel></rss>`

describe('tag-archive import --report', () => {
  it('writes one page with what was read, made and doubtful, and links to the files', async () => {
    const { stdout } = await run(cwd, 'import', 'old', '--report', 'out/report.html', '--out', 'my posts')
    expect(stdout).toContain('The whole report: out/report.html\n')
    const page = await get('out/report.html')
    const headings = [...page.matchAll(/<h2 id="\w+(?:-\w+)*">([^<]+) <span class="count">(\d+)/g)]
    expect(headings.map(([, name, count]) => `${name} ${count}`)).toEqual([
      'Uncertain dates 3',
      'Tags that look alike 1',
      'Spellings of one tag 1',
      'Versions of one article 1',
      'To look at 1',
      'Posts 6',
      'What was read 2',
      ...(page.includes('Lines that belong to no post') ? [expect.stringMatching(/^Lines that belong/)] : []),
    ])
    expect(page).toContain('<td>flux.xml</td><td>feed</td><td>UTF-8</td>')
    expect(page).toContain('&quot;Élection&quot;: &quot;elections&quot;,')
    expect(page).toContain('<a href="../my%20posts/le-bac-a-quai.md">Le bac à quai</a>')
    expect(await readdir(path.join(cwd, 'out'))).toEqual(['report.html'])
  })

  it('is valid, holds no script and shows hostile titles as text', async () => {
    await run(cwd, 'import', 'old', '--report', 'report.html')
    const page = await get('report.html')
    const { valid, results } = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(page)
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
    expect(valid).toBe(true)
    expect(page).not.toMatch(/<script|onload='/)
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toMatch(/https?:\/\/(?!bac\.example)/)
  })

  it('is the same twice, and says in JSON what the page says', async () => {
    await run(cwd, 'import', 'old', '--report', 'a.html', '--dry-run')
    const { stdout } = await run(cwd, 'import', 'old', '--report', 'b.html', '--dry-run', '--json')
    expect(await get('a.html')).toBe(await get('b.html'))
    expect(await get('a.html')).toContain('Nothing was written: dry run.')
    expect(await readdir(cwd)).toEqual(['a.html', 'b.html', 'old'])
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        { file: 'flux.xml', format: 'feed', encoding: 'UTF-8', pages: [{ posts: 3 }] },
        { file: 'villes.txt', format: 'pasted text', encoding: 'UTF-8', pages: [{ posts: 3 }] },
      ],
      tagAliases: [{ tag: 'Élection', posts: 1, other: 'elections', otherPosts: 2 }],
      tagSpellings: [[{ name: 'elections' }, { name: 'Élections' }]],
      versions: [{ kind: 'duplicate', change: expect.any(String) }],
    })
  })

  it('is written over an earlier report, and over nothing else', async () => {
    await put('notes.html', '<p>Notes</p>')
    const { code, stderr } = await run(cwd, 'import', 'old', '--report', 'notes.html')
    expect(code).toBe(2)
    expect(stderr).toContain('is no report of an import')
    expect(await readdir(cwd)).toEqual(['notes.html', 'old'])
    expect((await run(cwd, 'import', 'old', '--report', 'r.html')).code).toBe(0)
    expect((await run(cwd, 'import', 'old', '--report', 'r.html')).code).toBe(0)
    expect(await get('r.html')).toContain('6 posts: 6 unchanged')
    expect((await run(cwd, 'import', 'old', '--report', 'old')).code).toBe(2)
  })

  it('tells where the report could not be written, when the posts are', async () => {
    const { code, stderr } = await run(cwd, 'import', 'old', '--report', 'old/flux.xml/r.html')
    expect(code).toBe(1)
    expect(stderr).toContain('could not be written')
    expect((await readdir(path.join(cwd, 'posts'))).length).toBe(7)
  })

  it.skipIf(!hasChromium())('has no faults of accessibility and fits a telephone, by day and by night', async () => {
    await run(cwd, 'import', 'old', '--report', 'report.html')
    const browser = await launchChromium()
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width: 360, height: 800 }, colorScheme })
        await page.goto(`file://${path.join(cwd, 'report.html')}`)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
        await page.evaluate(axe.source)
        expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual([])
      }
    } finally {
      await browser.close()
    }
  })
})
