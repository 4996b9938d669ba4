import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildOnDisk, writeFolder } from '../eleventy/build.ts'
import { run } from './run-main.ts'

const gif = 'GIF89a-un-phare'
const item = (title: string, content: string, status = 'publish') => `<item><title>${title}</title>
<link>https://phare.example/2010/07/08/${title.toLowerCase()}/</link><wp:post_type>post</wp:post_type><wp:status>${status}</wp:status>
<wp:post_date>2010-07-08 10:00:00</wp:post_date><wp:post_date_gmt>2010-07-08 08:00:00</wp:post_date_gmt>
<content:encoded><![CDATA[${content}]]></content:encoded></item>`
const wxr = (...items: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><wp:wxr_version>1.2</wp:wxr_version>${items.join('')}</channel></rss>`

const uploads = 'https://phare.example/wp-content/uploads'
const blog = {
  'blog.xml': wxr(
    item(
      'Phare',
      `<p>Le phare. <a href="${uploads}/2010/phare.gif"><img src="${uploads}/2010/phare-300x200.gif" alt="Le phare"></a></p>
<p><a href="${uploads}/plan.pdf">Le plan</a> <img src="https://ailleurs.example/b.png"> <img src="https://ailleurs.example/c.png"></p>`,
    ),
    item('Secret', `<p><img src="${uploads}/secret.gif"></p>`, 'draft'),
  ),
  'uploads/2010/phare.gif': gif,
  'uploads/plan.pdf': '%PDF-1.4',
  'uploads/secret.gif': 'GIF89a-secret',
}

const namesOf = (cwd: string) => {
  const folder = path.join(cwd, 'posts/media')
  return fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => name.replace(/-[0-9a-f]{16}\./, '-HASH.')) : []
}
const read = (cwd: string, name: string) => fs.readFileSync(path.join(cwd, name), 'utf8')
const importJson = async (cwd: string, ...argv: readonly string[]) => {
  const { stdout, code } = await run(cwd, 'import', ...argv, '--json')
  const document = JSON.parse(stdout) as {
    readonly posts: readonly { readonly status: string }[]
    readonly problems: readonly { readonly code: string; readonly message: string }[]
    readonly media: readonly { readonly path: string; readonly size: number }[]
  }
  return { ...document, code }
}

describe('images and attachments of an import', () => {
  it('come from a copy of the uploads, each file once, and stay as they are at the next import', async () => {
    const cwd = writeFolder(blog)
    const first = await importJson(cwd, 'blog.xml', '--uploads', 'uploads')
    expect(namesOf(cwd)).toEqual(['phare-HASH.gif', 'plan-HASH.pdf', 'secret-HASH.gif'])
    expect(first.media.map(({ size }) => size)).toEqual([gif.length, 8, 13])
    expect(read(cwd, 'posts/phare.md')).toMatch(
      /\[!\[Le phare\]\((\/media\/phare-[0-9a-f]{16}\.gif)\)\]\(\1\)[\s\S]*\[Le plan\]\(\/media\/plan-[0-9a-f]{16}\.pdf\)/,
    )
    const second = await importJson(cwd, 'blog.xml', '--uploads', 'uploads')
    expect(second.posts.map(({ status }) => status)).toEqual(['unchanged', 'unchanged'])
    expect(second.media).toEqual([])
  })

  it('stay at an import without the uploads, and the next one with them has nothing to do', async () => {
    const cwd = writeFolder(blog)
    await run(cwd, 'import', 'blog.xml', '--uploads', 'uploads')
    const before = read(cwd, 'posts/.tag-archive.json')
    expect((await importJson(cwd, 'blog.xml')).posts.map(({ status }) => status)).toEqual(['unchanged', 'unchanged'])
    expect(read(cwd, 'posts/.tag-archive.json')).toBe(before)
  })

  it('are counted by host where they stay', async () => {
    const { problems, code } = await importJson(writeFolder(blog), 'blog.xml', '--uploads', 'uploads')
    expect(problems.filter(({ code: one }) => one === 'IMAGES_REMOTE').map(({ message }) => message)).toEqual([
      '2 images stay where the old blog had them: ailleurs.example (2).',
    ])
    expect(code).toBe(0)
  })

  it('are not written in a dry run', async () => {
    const cwd = writeFolder(blog)
    const { stdout } = await run(cwd, 'import', 'blog.xml', '--uploads', 'uploads', '--dry-run')
    expect(stdout).toContain('3 files of images and attachments (0.0 MB) to be copied to media/.')
    expect(fs.existsSync(path.join(cwd, 'posts'))).toBe(false)
  })

  it('are published with the posts that show them, under the path prefix and in feeds; those of drafts are not', async () => {
    const cwd = writeFolder(blog)
    await run(cwd, 'import', 'blog.xml', '--uploads', 'uploads')
    const site = await buildOnDisk(cwd, { options: { site: { url: 'https://example.org/blog/' } } })
    const media = Array.from(site.keys()).filter((name) => name.startsWith('media'))
    expect(media.map((name) => name.replace(/-[0-9a-f]{16}\./, '-HASH.'))).toEqual([
      'media/phare-HASH.gif',
      'media/plan-HASH.pdf',
    ])
    expect(site.get(media[0]!)).toBe(gif)
    expect(site.get('articles/phare/index.html')).toContain(`src="/blog/${media[0]}"`)
    expect(site.get('atom.xml')).toContain(`https://example.org/blog/${media[0]}`)
  })

  it('come along for comments, too, and are published where comments are shown', async () => {
    const comment = `<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_approved>1</wp:comment_approved>
<wp:comment_content><![CDATA[La vue : <img src="${uploads}/secret.gif" alt="vue">]]></wp:comment_content></wp:comment></item>`
    const cwd = writeFolder({ ...blog, 'blog.xml': wxr(item('Phare', 'Le phare.').replace('</item>', comment)) })
    await run(cwd, 'import', 'blog.xml', '--uploads', 'uploads')
    const page = path.join(cwd, 'report.html')
    await run(cwd, 'import', 'blog.xml', '--uploads', 'uploads', '--out', 'autre', '--report', 'report.html')
    expect(fs.readFileSync(page, 'utf8')).toMatch(/phare\.comments\.json[\s\S]*media\/secret-[0-9a-f]{16}\.gif/)
    expect(read(cwd, 'posts/phare.comments.json')).toMatch(/!\[vue\]\(\/media\/secret-[0-9a-f]{16}\.gif\)/)
    const mediaOf = async (comments: 'shown' | 'hidden') =>
      Array.from((await buildOnDisk(cwd, { options: { comments } })).keys()).filter((name) => name.startsWith('media'))
    expect([(await mediaOf('hidden')).length, (await mediaOf('shown')).length]).toEqual([0, 1])
    const again = await importJson(cwd, 'blog.xml')
    expect([again.posts.map(({ status }) => status), again.problems]).toEqual([['unchanged'], []])
  })

  it('are taken from beside posts of other generators, and never from outside the folder', async () => {
    const cwd = writeFolder({
      'secret.gif': gif,
      'site/content/phare/index.md':
        '---\ntitle: Phare\ndate: 2010-07-08\n---\n\n![a](a.gif) ![b](/img/b.gif) ![c](../../../secret.gif) ![d](d.gif) ![e](e.gif)\n',
      'site/content/phare/a.gif': `${gif}-a`,
      'site/content/phare/e.gif': '<script>alert(1)</script>',
      'site/static/img/b.gif': `${gif}-b`,
    })
    fs.symlinkSync(path.join(cwd, 'secret.gif'), path.join(cwd, 'site/content/phare/d.gif'))
    const { problems, code } = await importJson(cwd, 'site')
    expect(namesOf(cwd)).toEqual(['a-HASH.gif', 'b-HASH.gif'])
    expect(problems.map(({ code: one }) => one)).toEqual(expect.arrayContaining(['MEDIA_REFUSED', 'IMAGES_LEFT']))
    expect(code).toBe(1)
  })

  it('are not told as skipped where they came along, now or before, or are told to be unsound', async () => {
    const cwd = writeFolder({
      'site/phare/index.md': '---\ntitle: Phare\ndate: 2010-07-08\n---\n\n![a](a.gif) ![b](b.gif)\n',
      'site/phare/a.gif': gif,
      'site/phare/b.gif': '<script>alert(1)</script>',
      'site/phare/oublie.gif': gif,
    })
    const skipped = async () =>
      (await importJson(cwd, 'site')).problems
        .filter(({ code }) => code === 'FILES_SKIPPED')
        .map(({ message }) => message)
    const expected = ['1 file was skipped: phare/oublie.gif (not a text).']
    expect([await skipped(), await skipped()]).toEqual([expected, expected])
  })

  // Only what lay beside the print whose text was kept came along.
  it('are looked for beside every source of a post, and where its text names them by labels', async () => {
    const post =
      '---\ntitle: Le quai du port\n---\n\nLe quai a été refait, pierre par pierre.\n\n![Le quai][q]\n\n[q]: vues/quai.gif "Le soir"\n'
    const cwd = writeFolder({ 'a/quai.md': post, 'b/quai.md': post, 'b/vues/quai.gif': gif })
    const { posts } = await importJson(cwd, 'a', 'b')
    expect([posts.length, namesOf(cwd)]).toEqual([1, ['quai-HASH.gif']])
    expect(read(cwd, 'posts/quai.md')).toMatch(/\[q\]: \/media\/quai-[0-9a-f]{16}\.gif "Le soir"/)
  })

  it('of two kinds with one name are two files', async () => {
    const post = (title: string) => `---\ntitle: ${title}\ndate: 2010-07-08\n---\n\n![a](a.gif)\n`
    const cwd = writeFolder({
      'site/quai/index.md': post('Quai'),
      'site/quai/a.gif': `${gif}-1`,
      'site/port/index.md': post('Port'),
      'site/port/a.gif': `${gif}-2`,
    })
    await run(cwd, 'import', 'site')
    expect(namesOf(cwd)).toEqual(['a-HASH.gif', 'a-HASH.gif'])
  })

  it('stop an import whose uploads are not there', async () => {
    const { code, stderr } = await run(writeFolder(blog), 'import', 'blog.xml', '--uploads', 'nulle-part')
    expect(code).toBe(2)
    expect(stderr).toContain('nulle-part')
  })
})

describe('images beside a saved page', () => {
  const page = `<!doctype html><html lang="fr"><head><title>La digue</title>
<link rel="canonical" href="https://phare.example/2010/07/digue/"></head><body><article class="hentry">
<h1 class="entry-title">La digue est refaite</h1><time class="published" datetime="2010-07-08">8 juillet 2010</time>
<div class="entry-content"><p>La digue du port a été refaite cet été, pierre par pierre.</p>
<p><img src="./digue_files/vue.gif" alt="vue"></p></div></article></body></html>`

  // They were looked for on the old blog, for the page makes absolute addresses of its own ones.
  it('come along though the page states its own address', async () => {
    const cwd = writeFolder({ 'pages/digue.html': page, 'pages/digue_files/vue.gif': gif })
    await importJson(cwd, 'pages')
    expect(namesOf(cwd)).toEqual(['vue-HASH.gif'])
    expect(read(cwd, 'posts/la-digue-est-refaite.md')).toMatch(/!\[vue\]\(\/media\/vue-[0-9a-f]{16}\.gif\)/)
  })

  // The copy of a file that may only be read was one too, and could not be flushed but by root.
  it('may be written where their originals may only be read', async () => {
    const cwd = writeFolder({ 'pages/digue.html': page, 'pages/digue_files/vue.gif': gif })
    fs.chmodSync(path.join(cwd, 'pages/digue_files/vue.gif'), 0o444)
    await importJson(cwd, 'pages')
    const [name] = fs.readdirSync(path.join(cwd, 'posts/media'))
    expect(fs.statSync(path.join(cwd, 'posts/media', name!)).mode & 0o200).toBe(0o200)
  })
})
