import type { Post } from './post.ts'
import { withFields } from './post-text.ts'

/**
 * Posts without what their owner says of some others: drafts, posts that wait for their day, files that can't be read. It holds
 * again as soon as these are published.
 *
 * @param slugs - Of the others.
 */
export const withoutRelationsTo = (posts: readonly Post[], slugs: ReadonlySet<string>): readonly Post[] =>
  slugs.size === 0
    ? posts
    : posts.map((post) => (namesAny(post, slugs) ? withFields(post, { relations: keep(post, slugs) }) : post))

const namesAny = (
  { relations: { duplicateOf, followUpTo, notRelatedTo } }: Post,
  slugs: ReadonlySet<string>,
): boolean => [duplicateOf, followUpTo, ...notRelatedTo].some((slug) => slug !== undefined && slugs.has(slug))

const keep = ({ relations }: Post, slugs: ReadonlySet<string>): Post['relations'] => {
  const unlessHidden = <Name extends string>(slug: Name | undefined): Name | undefined =>
    slug !== undefined && slugs.has(slug) ? undefined : slug
  return {
    duplicateOf: unlessHidden(relations.duplicateOf),
    followUpTo: unlessHidden(relations.followUpTo),
    notRelatedTo: relations.notRelatedTo.filter((slug) => !slugs.has(slug)),
  }
}
