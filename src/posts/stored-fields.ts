import type { Post } from './post.ts'
import type { PostFields } from './post-text.ts'

/** What most posts say alike, and a file of thousands need not repeat. */
type Common = Pick<Post, 'isDraft' | 'isTruncated' | 'relations' | 'keep'>

/** Fields of a post as JSON keeps them. */
export type StoredFields = Omit<PostFields, keyof Common> & Partial<Common>

export function toStoredFields({ isDraft, isTruncated, relations, keep, ...fields }: PostFields): StoredFields {
  const { duplicateOf, followUpTo, notRelatedTo } = relations
  const saysNothing = duplicateOf === undefined && followUpTo === undefined && notRelatedTo.length === 0
  return {
    ...fields,
    ...(isDraft && { isDraft }),
    ...(isTruncated && { isTruncated }),
    ...(!saysNothing && { relations }),
    ...(keep !== undefined && keep.length > 0 && { keep }),
  }
}

/** In the order in which they are read from a file, so that both are the same JSON; and all of one shape, which is sooner looked at. */
export const toFields = (stored: StoredFields): PostFields => ({
  id: stored.id,
  slug: stored.slug,
  title: stored.title,
  date: stored.date,
  tags: stored.tags,
  lang: stored.lang,
  source: stored.source,
  isDraft: stored.isDraft ?? false,
  isTruncated: stored.isTruncated ?? false,
  relations: stored.relations ?? noRelations,
  guid: stored.guid,
  feedId: stored.feedId,
  permalink: stored.permalink,
  updated: stored.updated,
  author: stored.author,
  description: stored.description,
  keep: stored.keep ?? none,
})

const none: readonly never[] = []

const noRelations: Post['relations'] = { notRelatedTo: none }
