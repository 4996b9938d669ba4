import type { ArchivedArticle, ArticleField } from './archived-article.ts'
import { mergeComments } from './archived-comment.ts'
import { mergeTags } from './post-tags.ts'

/**
 * One article out of two prints of it: the fuller text, the more certain date, the tags of both, and of all else what there is.
 * The place of the text that was kept comes first.
 */
export function mergeArticles(first: ArchivedArticle, second: ArchivedArticle): ArchivedArticle {
  const [kept, other] = isFuller(second, first) ? [second, first] : [first, second]
  const isOthersDate = isMoreCertain(other, kept)
  return {
    ...kept,
    tags: mergeTags(first.tags, second.tags),
    categories: mergeCategories(kept, other),
    author: kept.author ?? other.author,
    guid: kept.guid ?? other.guid,
    slug: kept.slug ?? other.slug,
    permalink: kept.permalink ?? other.permalink,
    description: kept.description ?? other.description,
    updated: kept.updated ?? other.updated,
    comments: mergeComments(first.comments, second.comments),
    // What one source publishes is public.
    isDraft: kept.isDraft === true && other.isDraft === true,
    sources: [...kept.sources, ...other.sources],
    stated: isOthersDate ? other.stated : kept.stated,
    origins: {
      ...originsOf(other),
      ...originsOf(kept),
      ...(isOthersDate ? { date: originsOf(other).date } : {}),
    },
  }
}

/** A text cut short is never kept beside a whole one; of two of a kind, the clearly longer one tells more. */
function isFuller(a: ArchivedArticle, b: ArchivedArticle): boolean {
  if (a.isTruncated !== b.isTruncated) return b.isTruncated
  return a.isTruncated ? a.body.length > b.body.length : a.body.length > 1.1 * b.body.length
}

const isMoreCertain = ({ stated: a }: ArchivedArticle, { stated: b }: ArchivedArticle): boolean =>
  a !== undefined && (b === undefined || (a.day === b.day && a.instant !== undefined && b.instant === undefined))

const mergeCategories = (a: ArchivedArticle, b: ArchivedArticle): ArchivedArticle['categories'] =>
  a.categories === undefined && b.categories === undefined
    ? undefined
    : mergeTags(a.categories ?? [], b.categories ?? [])

/** Which file each value is from. */
export function originsOf(article: ArchivedArticle): NonNullable<ArchivedArticle['origins']> {
  const { origins, sources, stated, guid, author } = article
  if (origins !== undefined) return origins
  const values: Readonly<Record<ArticleField, unknown>> = { title: true, body: true, date: stated, guid, author }
  const told = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(told.map(([field]) => [field, sources[0].file]))
}
