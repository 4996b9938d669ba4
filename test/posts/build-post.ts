import type { Day } from '../../src/calendar/day.ts'
import { parseDay } from '../../src/calendar/day.ts'
import type { ArchivedArticle, ArticleSource } from '../../src/import/archived-article.ts'
import type { Post } from '../../src/posts/post.ts'
import { toPostId } from '../../src/posts/post-id.ts'
import { toSlug } from '../../src/posts/slug.ts'

/** A post about which a test says only what matters to it. */
export function post(title: string, rest: Partial<Post> = {}): Post {
  return {
    id: toPostId(title, rest.body ?? '', 1),
    slug: toSlug(title),
    title,
    tags: [],
    lang: 'fr',
    body: 'Un paragraphe.',
    isDraft: false,
    isTruncated: false,
    relations: { notRelatedTo: [] },
    ...rest,
  }
}

/** An article of one archive file, `archive.txt` unless told otherwise. */
export function article(title: string, rest: Partial<ArchivedArticle> & Partial<ArticleSource> = {}): ArchivedArticle {
  const { file = 'archive.txt', position = 1, url, lines, ...fields } = rest
  return {
    title,
    body: `Le premier paragraphe de « ${title} ».\n\nEt le second, qui parle aussi de ${title}.`,
    tags: ['Twitter'],
    lang: 'fr',
    sources: [{ file, position, url, lines }],
    isTruncated: false,
    ...fields,
  }
}

export function day(text: string): Day {
  const found = parseDay(text)
  if (found === undefined) throw new Error(`${text} is no day`)
  return found
}
