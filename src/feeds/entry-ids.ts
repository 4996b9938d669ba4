import { type Problem, shorten } from '../errors.ts'
import { once } from '../once.ts'
import { memoizeByPost } from '../pages/memoize-by-post.ts'
import type { Post, PostId } from '../posts/post.ts'
import { sortByNewest } from '../posts/sort-posts.ts'
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
  const tagUriOf = memoizeByPost((post) => formatTagUri(authority, 'post', post.id))
  const owners = once(() => new Map(posts.map((post) => [tagUriOf(post), post])))
  const wantedOf = memoizeByPost(findGivenId)
  const problems: Problem[] = []
  const given = new Map<PostId, string>()
  // Of two posts that want one id the older has it.
  for (const post of sortByNewest(posts.filter((each) => wantedOf(each) !== undefined)).toReversed()) {
    const wanted = wantedOf(post)!
    // Which no other post can have.
    if (wanted === tagUriOf(post)) continue
    const owner = owners().get(wanted) ?? post
    owners().set(wanted, owner)
    if (owner === post) given.set(post.id, wanted)
    else problems.push(toClash(post, owner, wanted))
  }
  const idsOf = memoizeByPost((post) => {
    const tagUri = tagUriOf(post)
    const id = given.get(post.id) ?? tagUri
    return { id, atomId: isUri(id) ? id : tagUri }
  })
  return { idsOf, problems }
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
