import { type Problem, shorten } from '../errors.ts'
import { once } from '../once.ts'
import type { Post, PostId } from '../posts/post.ts'
import { byNewest } from '../posts/sort-posts.ts'
import { cleanLine } from './clean-text.ts'
import type { Entry } from './feed.ts'

export type EntryIds = Pick<Entry, 'id' | 'atomId'>

/**
 * Gives every post the id by which readers know it: the owner's `feedId`, else the id of the old feed, byte for byte, else
 * a tag URI made from the post's own id. None follows from the site's address, or from a slug or title.
 *
 * @param authority - `example.org,2024`
 * @see RFC 4151, The 'tag' URI Scheme
 */
export function createEntryIds(
  posts: readonly Post[],
  authority: string,
): { readonly idsOf: (post: Post) => EntryIds; readonly problems: readonly Problem[] } {
  const tagUris = new Map(posts.map((post) => [post.id, formatTagUri(authority, 'post', post.id)]))
  const owners = once(() => new Map(posts.map((post) => [tagUris.get(post.id)!, post])))
  const problems: Problem[] = []
  const found = new Map<PostId, EntryIds>()
  for (const post of [...posts].sort(byNewest).reverse()) {
    const tagUri = tagUris.get(post.id)!
    const wanted = findGivenId(post) ?? tagUri
    // Which no other post can have.
    if (wanted === tagUri) {
      found.set(post.id, { id: tagUri, atomId: tagUri })
      continue
    }
    const owner = owners().get(wanted) ?? post
    owners().set(wanted, owner)
    if (owner !== post) problems.push(toClash(post, owner, wanted))
    const id = owner === post ? wanted : tagUri
    found.set(post.id, { id, atomId: isUri(id) ? id : tagUri })
  }
  return { idsOf: (post) => found.get(post.id)!, problems }
}

/** `tag:example.org,2024:tag/sncf` */
export const formatTagUri = (authority: string, ...parts: readonly string[]): string =>
  `tag:${authority}:${parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/')}`

/** Readers trim ids and drop what XML can't hold: an id that wouldn't arrive as it is, is none. */
function findGivenId({ feedId, guid }: Post): string | undefined {
  return [feedId, guid].find((id) => id !== undefined && id !== '' && id === cleanLine(id))
}

function isUri(id: string): boolean {
  return (
    /^(?:https?:\/\/[^\s/]|urn:[a-z\d][a-z\d-]{0,31}:|tag:[a-z\d._@-]+,\d{4}(?:-\d\d){0,2}:)/i.test(id) && uri.test(id)
  )
}

const uri = /^(?:[\w:/?#@!$&'()*+,;=.~-]|%[\da-f]{2})+$/i

const toClash = (post: Post, owner: Post, id: string): Problem => ({
  code: 'FEED_ID_CLASH',
  message: `Posts "${owner.slug}" and "${post.slug}" both have the feed id ${shorten(id)}; "${post.slug}" gets another one.`,
  remedy: `If they are one article, set \`duplicateOf\` in one of them; if not, remove \`guid\` or \`feedId\` from "${post.slug}".`,
  severity: 'doubt',
})
