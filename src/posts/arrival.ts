import type { PostDate } from '../dating/post-date.ts'
import type { ArchivedArticle } from '../import/archived-article.ts'
import type { NewPost } from './assign-slugs.ts'
import { normaliseDate } from './date-fields.ts'
import type { FieldHashes } from './manifest.ts'
import type { ArticleMatch } from './match-articles.ts'
import { type ImportedPost, toFieldHash, toFieldHashes } from './merge-post.ts'
import { normaliseBody } from './parse-post.ts'
import type { Post } from './post.ts'

/** An article, dated and put as a post would hold it. */
export interface Arrival {
  readonly match: ArticleMatch
  readonly source: ImportedPost
  /** What its slug is made of, if it is new. */
  readonly named: NewPost
  /** Of its fields. */
  readonly hashes: FieldHashes
  /** The date was found with the owner's as a given, so the source says nothing of its own. */
  readonly isDateAnchored: boolean
}

/** The date that the owner gave a post in place of the imported one: certain, and an anchor for its neighbours. */
export function findOwnerDate({ file, entry }: ArticleMatch): PostDate | undefined {
  if (file === undefined || entry === undefined) return undefined
  return toFieldHash('date', file.post) === entry.written.date ? undefined : file.post.date
}

/** @param timeZone - The site's, IANA. */
export function toArrival(match: ArticleMatch, date: PostDate | undefined, timeZone: string): Arrival {
  const { article, file } = match
  const isOwnersDate = findOwnerDate(match) !== undefined
  const stated: PostDate | undefined = article.stated && {
    kind: 'stated',
    day: article.stated.day,
    instant: article.stated.instant,
  }
  const source: ImportedPost = {
    title: toTitle(article),
    date: normaliseDate(isOwnersDate && stated !== undefined ? stated : date, timeZone),
    tags: article.tags.map((tag) => tag.toWellFormed()),
    lang: article.lang,
    source: toSource(article, file?.post.source),
    guid: article.guid,
    body: normaliseBody(article.body.toWellFormed()),
    isTruncated: article.isTruncated,
  }
  const named = { title: article.slug ?? source.title, lang: source.lang }
  return { match, source, named, hashes: toFieldHashes(source), isDateAnchored: isOwnersDate && stated === undefined }
}

/** An article without a title is called by its first words. */
function toTitle({ title, body }: ArchivedArticle): string {
  const text = title.toWellFormed().trim()
  return text === '' ? `${normaliseBody(body.toWellFormed()).split(/\s+/).slice(0, 8).join(' ')}…` : text
}

/**
 * The archive file that the post came from first, as long as this run has it; else the post stays with what it says. Its address on the old site it
 * has from whichever file tells one: pasted text seldom does.
 */
function toSource({ sources }: ArchivedArticle, earlier: Post['source']): Post['source'] {
  const again = sources.find(({ file }) => file === earlier?.file)
  const { file, position, url = earlier?.url } = again ?? earlier ?? sources[0]
  return { file, position, url: url ?? sources.find((source) => source.url !== undefined)?.url }
}
