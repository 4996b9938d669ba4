import fs from 'node:fs'
import type { CorpusPost } from './corpus.ts'

/**
 * Writes a large export of WordPress, the same on every machine.
 *
 * What it has beyond the posts is what makes real exports large, and no article: older versions of the posts, files of the media
 * library, comments, what plugins keep with a post.
 *
 * @param megabytes - Size of the file; less than the posts take leaves nothing but the posts.
 */
export function writeWxr(file: string, corpus: readonly CorpusPost[], megabytes: number): void {
  const descriptor = fs.openSync(file, 'w')
  const rest =
    megabytes * 1e6 - corpus.reduce((sum, post, index) => sum + Buffer.byteLength(formatPost(post, index)), 0)
  let written = fs.writeSync(descriptor, head)
  for (const [index, post] of corpus.entries()) {
    fs.writeSync(descriptor, formatPost(post, index))
    const share = (rest * (index + 1)) / corpus.length
    for (let version = 1; written < share; version++) {
      written += fs.writeSync(descriptor, version === 1 ? formatAttachment(post) : formatRevision(post, version))
    }
  }
  fs.writeSync(descriptor, '</channel>\n</rss>\n')
  fs.closeSync(descriptor)
}

const head = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Le carnet</title>
<link>https://carnet.example</link>
<language>fr-FR</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://carnet.example</wp:base_site_url>
<wp:author><wp:author_login><![CDATA[jeanne]]></wp:author_login><wp:author_display_name><![CDATA[Jeanne Duval]]></wp:author_display_name></wp:author>
`

const formatPost = (post: CorpusPost, index: number): string => {
  const tags = post.tags.map(
    (tag, at) => `<category domain="post_tag" nicename="t${at}"><![CDATA[${tag}]]></category>\n`,
  )
  const comment = `<wp:comment><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_content><![CDATA[${post.paragraphs[0]}]]></wp:comment_content></wp:comment>\n`
  const meta = `<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[${index}]]></wp:meta_value></wp:postmeta>\n`
  return formatItem(post, {
    type: 'post',
    status: 'publish',
    body: toHtml(post, index),
    more: `${tags.join('')}${meta}${comment}`,
  })
}

/** What people write in a visual editor: headings, marks, links, lists, a picture here and there. */
const toHtml = ({ paragraphs, slug }: CorpusPost, index: number): string =>
  paragraphs
    .map((text, at) => {
      const words = text.split(' ')
      if (at === 1) return `<h2>${words.slice(0, 4).join(' ')}</h2>\n<p>${text}</p>`
      if (at === 2)
        return `<p><strong>${words[0]}</strong> <a href="https://carnet.example/${slug}/?from=${index}">${words[1]}</a> ${words.slice(2).join(' ')}</p>`
      if (at === 3) return `<ul>\n<li>${words.slice(0, 8).join(' ')}</li>\n<li>${words.slice(8).join(' ')}</li>\n</ul>`
      return `<p>${text}</p>`
    })
    .join('\n\n') +
  (index % 3 === 0
    ? `\n<img class="size-full" src="https://carnet.example/wp-content/uploads/${slug}.jpg" alt="${slug}" />`
    : '')

const formatRevision = (post: CorpusPost, version: number): string =>
  formatItem(post, {
    type: 'revision',
    status: 'inherit',
    body: `${toHtml(post, version)}\n\n<p>${post.paragraphs.join('</p>\n<p>')}</p>`,
    more: '',
  })

const formatAttachment = (post: CorpusPost): string =>
  formatItem(post, {
    type: 'attachment',
    status: 'inherit',
    body: post.title,
    more: `<wp:attachment_url>https://carnet.example/wp-content/uploads/${post.slug}.jpg</wp:attachment_url>\n`,
  })

interface Item {
  readonly type: string
  readonly status: string
  readonly body: string
  readonly more: string
}

const formatItem = ({ title, slug, date }: CorpusPost, { type, status, body, more }: Item): string => `<item>
<title><![CDATA[${title}]]></title>
<link>https://carnet.example/${date.replaceAll('-', '/')}/${slug}/</link>
<pubDate>${new Date(`${date}T08:30:00Z`).toUTCString()}</pubDate>
<dc:creator><![CDATA[jeanne]]></dc:creator>
<guid isPermaLink="false">https://carnet.example/?p=${slug}</guid>
<content:encoded><![CDATA[${body}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_date><![CDATA[${date} 08:30:00]]></wp:post_date>
<wp:post_date_gmt><![CDATA[${date} 08:30:00]]></wp:post_date_gmt>
<wp:post_name><![CDATA[${slug}]]></wp:post_name>
<wp:status><![CDATA[${status}]]></wp:status>
<wp:post_type><![CDATA[${type}]]></wp:post_type>
${more}</item>
`
