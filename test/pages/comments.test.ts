import { describe, expect, test, vi } from 'vitest'
import { build, silenceEleventy, writeFolder } from '../eleventy/build.ts'

const comments = [
  '{"id":"1","author":"Léa <b>","date":"2021-03-01T23:30:00Z","body":"Voir [ici](/tag/pain/) <script>alert(1)</script>\\n\\n# Titre"}',
  '{"id":"2","parent":"1","body":"Réponse."}',
  '{"id":"3","parent":"9","author":"Bao","body":"Sans parent."}',
]
const posts = {
  'posts/le-four.md': '---\nid: p1\ntitle: Le four\ndate: 2021-03-01\ntags: [pain]\n---\n\nIl chauffe.\n',
  'posts/le-four.comments.json': `{ "post": "p1", "comments": [\n${comments.join(',\n')}\n] }\n`,
}

const pageOf = async (files: Readonly<Record<string, string>>, shown: 'shown' | 'hidden' | undefined) => {
  const pages = await build(writeFolder(files), { options: { comments: shown } })
  const others = pages.filter(({ url }) => url !== '/articles/le-four/')
  return { page: pages.find(({ url }) => url === '/articles/le-four/')!.content, others }
}

describe('comments of the old blog', () => {
  test('are on no page unless the site wants them', async () => {
    expect((await pageOf(posts, undefined)).page).not.toContain('Réponse.')
    expect((await pageOf(posts, 'hidden')).page).toBe((await pageOf(posts, undefined)).page)
  })

  test('stand under their post as text, answers below what they answer, and nowhere else', async () => {
    const { page, others } = await pageOf(posts, 'shown')
    const section = /<section class="comments".*?<\/section>/s.exec(page)![0]
    expect(section).toContain('<h2 id="comments">3 commentaires</h2>')
    expect(section).toContain('<bdi>Léa &lt;b&gt;</bdi> <span class="note"><time datetime="2021-03-02">')
    expect(section).toContain(
      'Voir <a href="/tag/pain/" rel="nofollow ugc">ici</a> &lt;script&gt;alert(1)&lt;/script&gt;',
    )
    expect(section).toContain('<h4>Titre</h4>')
    expect(section.match(/<ol|<li>|<h3[^>]*><bdi>[^<]*/g)).toEqual([
      '<ol',
      '<li>',
      expect.stringContaining('Léa'),
      '<ol',
      '<li>',
      expect.stringContaining('Anonyme'),
      '<li>',
      expect.stringContaining('Bao'),
    ])
    expect(others.filter(({ content }) => content.includes('Réponse.'))).toEqual([])
  })

  test('of a thousand levels are nested a few times, and all are there', async () => {
    const deep = Array.from({ length: 1000 }, (_, at) => `{"id":"${at}","parent":"${at - 1}","body":"Rang ${at}."}`)
    const { page } = await pageOf(
      { ...posts, 'posts/le-four.comments.json': `{ "post": "p1", "comments": [${deep.join(',')}] }` },
      'shown',
    )
    expect(page.match(/Rang \d+\./g)).toHaveLength(1000)
    expect(/<section class="comments".*?<\/section>/s.exec(page)![0].match(/<ol>/g)).toHaveLength(5)
  })

  test('that can’t be read are told by name, and the site is built without them', async () => {
    silenceEleventy()
    const { page } = await pageOf({ ...posts, 'posts/le-four.comments.json': 'non' }, 'shown')
    expect(page).not.toContain('commentaires')
    expect(vi.mocked(console.warn).mock.calls.flat().join()).toMatch(/le-four\.comments\.json is no JSON/)
  })
})
