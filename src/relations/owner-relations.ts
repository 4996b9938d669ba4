import { TagArchiveError } from '../errors.ts'
import type { Post, Slug } from '../posts/post.ts'
import type { DatedPost } from './chronology.ts'

/** What the owner says in front matter, as places in order of time. */
export interface OwnerPairs {
  readonly duplicates: readonly { readonly copy: number; readonly canonical: number }[]
  readonly followUps: readonly { readonly earlier: number; readonly later: number }[]
  readonly unrelated: readonly (readonly [number, number])[]
}

/**
 * Reads `duplicateOf`, `followUpTo` and `notRelatedTo`.
 *
 * @throws {TagArchiveError} `RELATION_UNKNOWN_SLUG`, `RELATION_CYCLE`, `RELATION_CONTRADICTION`, `RELATION_ORDER`.
 */
export function readOwnerRelations(dated: readonly DatedPost[]): OwnerPairs {
  const posts = dated.map(({ post }) => post)
  const placesBySlug = new Map(posts.map((post, place) => [post.slug, place]))
  const find = (post: Post, key: string, slug: Slug): number => {
    const place = placesBySlug.get(slug)
    if (place !== undefined && posts[place] !== post) return place
    throw unknownSlug(post, key, slug)
  }
  const duplicates = posts.flatMap((post, copy) => {
    const { duplicateOf } = post.relations
    return duplicateOf === undefined ? [] : [{ copy, canonical: find(post, 'duplicateOf', duplicateOf) }]
  })
  const followUps = posts.flatMap((post, later) => {
    const { followUpTo } = post.relations
    return followUpTo === undefined ? [] : [{ earlier: find(post, 'followUpTo', followUpTo), later }]
  })
  const unrelated = posts.flatMap((post, place) =>
    post.relations.notRelatedTo.map((slug) => [place, find(post, 'notRelatedTo', slug)] as const),
  )
  rejectCycles(posts, 'duplicateOf', new Map(duplicates.map(({ copy, canonical }) => [copy, canonical])))
  rejectCycles(posts, 'followUpTo', new Map(followUps.map(({ earlier, later }) => [later, earlier])))
  for (const { earlier, later } of followUps) rejectWrongOrder(dated[earlier]!, dated[later]!)
  rejectContradictions(posts, { duplicates, followUps, unrelated })
  return { duplicates, followUps, unrelated }
}

function unknownSlug(post: Post, key: string, slug: Slug): TagArchiveError {
  const isItself = slug === post.slug
  return new TagArchiveError('RELATION_UNKNOWN_SLUG', {
    problem: isItself
      ? `${key} of "${post.slug}" names the post itself.`
      : `${key} of "${post.slug}" names "${slug}", and there is no such post.`,
    remedy: 'Give it the slug of another post, as it stands in the name of its file, or remove the line.',
  })
}

/** Each post names at most one other, so a cycle is found by walking from each post until known ground is met. */
function rejectCycles(posts: readonly Post[], key: string, named: ReadonlyMap<number, number>): void {
  const isKnown = new Set<number>()
  for (const start of named.keys()) {
    const path: number[] = []
    let at: number | undefined = start
    while (at !== undefined && !isKnown.has(at)) {
      isKnown.add(at)
      path.push(at)
      at = named.get(at)
    }
    if (at === undefined || !path.includes(at)) continue
    const cycle = [...path.slice(path.indexOf(at)), at].map((place) => `"${posts[place]!.slug}"`)
    throw new TagArchiveError('RELATION_CYCLE', {
      problem: `${key} runs in a circle: ${cycle.join(' → ')}.`,
      remedy: `Remove ${key} from the post that should stand first.`,
    })
  }
}

/** Only where the dates leave no doubt: an estimate may be off. */
function rejectWrongOrder(earlier: DatedPost, later: DatedPost): void {
  if (later.latest >= earlier.earliest) return
  throw new TagArchiveError('RELATION_ORDER', {
    problem: `"${later.post.slug}" is marked as follow-up to "${earlier.post.slug}", but it is older.`,
    remedy: `Set followUpTo in "${earlier.post.slug}" instead, or correct the dates.`,
  })
}

function rejectContradictions(posts: readonly Post[], { duplicates, followUps, unrelated }: OwnerPairs): void {
  const key = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`
  const isUnrelated = new Set(unrelated.map(([a, b]) => key(a, b)))
  const isDuplicate = new Set(duplicates.map(({ copy, canonical }) => key(copy, canonical)))
  const reject = (a: number, b: number, one: string, other: string) => {
    throw new TagArchiveError('RELATION_CONTRADICTION', {
      problem: `"${posts[a]!.slug}" and "${posts[b]!.slug}" are linked by ${one} and by ${other}, which exclude each other.`,
      remedy: `Keep one of the two lines.`,
    })
  }
  for (const { copy, canonical } of duplicates) {
    if (isUnrelated.has(key(copy, canonical))) reject(copy, canonical, 'duplicateOf', 'notRelatedTo')
  }
  for (const { earlier, later } of followUps) {
    if (isUnrelated.has(key(earlier, later))) reject(later, earlier, 'followUpTo', 'notRelatedTo')
    if (isDuplicate.has(key(earlier, later))) reject(later, earlier, 'followUpTo', 'duplicateOf')
  }
}
