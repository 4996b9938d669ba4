import { TagArchiveError } from '../errors.ts'
import { once } from '../once.ts'
import type { OwnerRelations, Post, Slug } from '../posts/post.ts'
import type { DatedPost } from './chronology.ts'
import { leadsBack } from './declared-order.ts'
import { Groups } from './groups.ts'

/** What the owner says in front matter, as places in order of time. */
export interface OwnerPairs {
  readonly duplicates: readonly { readonly copy: number; readonly canonical: number }[]
  readonly followUps: readonly { readonly earlier: number; readonly later: number }[]
  readonly unrelated: readonly (readonly [number, number])[]
}

/** A line of front matter that can't hold. */
export interface OwnerFault {
  /** Whose line it is. */
  readonly post: Post
  readonly error: TagArchiveError
}

/**
 * Reads `duplicateOf`, `followUpTo` and `notRelatedTo`.
 *
 * @throws {TagArchiveError} `RELATION_UNKNOWN_SLUG`, `RELATION_CYCLE`, `RELATION_CONTRADICTION`, `RELATION_ORDER`.
 */
export function readOwnerRelations(dated: readonly DatedPost[]): OwnerPairs {
  const { pairs, faults } = examineOwnerRelations(dated)
  if (faults[0] !== undefined) throw faults[0].error
  return pairs
}

/** The same with all that can't hold, instead of the first error. */
export function examineOwnerRelations(dated: readonly DatedPost[]): {
  readonly pairs: OwnerPairs
  readonly faults: readonly OwnerFault[]
} {
  const posts = dated.map(({ post }) => post)
  const { pairs, faults } = findPairs(posts)
  const { duplicates, followUps } = pairs
  const copyCircles = findCircles(new Map(duplicates.map(({ copy, canonical }) => [copy, canonical])))
  const storyCircles = findCircles(new Map(followUps.map(({ earlier, later }) => [later, earlier])))
  const isInCircle = new Set(storyCircles.flat())
  return {
    pairs,
    faults: [
      ...faults,
      ...copyCircles.map((circle) => toCircle(posts, 'duplicateOf', circle)),
      ...storyCircles.map((circle) => toCircle(posts, 'followUpTo', circle)),
      ...followUps.flatMap(({ earlier, later }) => findWrongOrder(dated[earlier]!, dated[later]!)),
      ...findContradictions(posts, { ...pairs, followUps: followUps.filter(({ later }) => !isInCircle.has(later)) }),
    ],
  }
}

function findPairs(posts: readonly Post[]): { readonly pairs: OwnerPairs; readonly faults: readonly OwnerFault[] } {
  const placesBySlug = once(() => new Map(posts.map((post, place) => [post.slug, place])))
  const faults: OwnerFault[] = []
  const find = (post: Post, key: string, slug: Slug | undefined): readonly number[] => {
    if (slug === undefined) return []
    const place = placesBySlug().get(slug)
    if (place !== undefined && posts[place] !== post) return [place]
    faults.push({ post, error: unknownSlug(post, key, slug) })
    return []
  }
  const speaking = [...posts.entries()].filter(([, { relations }]) => saysAnything(relations))
  const pairs = {
    duplicates: speaking.flatMap(([copy, post]) =>
      find(post, 'duplicateOf', post.relations.duplicateOf).map((canonical) => ({ copy, canonical })),
    ),
    followUps: speaking.flatMap(([later, post]) =>
      find(post, 'followUpTo', post.relations.followUpTo).map((earlier) => ({ earlier, later })),
    ),
    unrelated: speaking.flatMap(([place, post]) =>
      post.relations.notRelatedTo
        .flatMap((slug) => find(post, 'notRelatedTo', slug))
        .map((other) => [place, other] as const),
    ),
  }
  return { pairs, faults }
}

const saysAnything = ({ duplicateOf, followUpTo, notRelatedTo }: OwnerRelations): boolean =>
  duplicateOf !== undefined || followUpTo !== undefined || notRelatedTo.length > 0

function unknownSlug(post: Post, key: string, slug: Slug): TagArchiveError {
  const isItself = slug === post.slug
  return new TagArchiveError('RELATION_UNKNOWN_SLUG', {
    problem: isItself
      ? `${key} of "${post.slug}" names the post itself.`
      : `${key} of "${post.slug}" names "${slug}", and there is no such post.`,
    remedy: 'Give it the slug of another post, as it stands in the name of its file, or remove the line.',
  })
}

/** Each post names at most one other, so a circle is found by walking from each post until known ground is met. */
function findCircles(named: ReadonlyMap<number, number>): readonly (readonly number[])[] {
  const isKnown = new Set<number>()
  return Array.from(named.keys()).flatMap((start) => {
    const path: number[] = []
    let at: number | undefined = start
    while (at !== undefined && !isKnown.has(at)) {
      isKnown.add(at)
      path.push(at)
      at = named.get(at)
    }
    return at === undefined || !path.includes(at) ? [] : [path.slice(path.indexOf(at))]
  })
}

function toCircle(posts: readonly Post[], key: string, circle: readonly number[]): OwnerFault {
  const slugs = [...circle, circle[0]!].map((place) => `"${posts[place]!.slug}"`)
  const error = new TagArchiveError('RELATION_CYCLE', {
    problem: `${key} runs in a circle: ${slugs.join(' → ')}.`,
    remedy: `Remove ${key} from the post that should stand first.`,
  })
  return { post: posts[circle[0]!]!, error }
}

/** Only where the dates leave no doubt: an estimate may be off. */
function findWrongOrder(earlier: DatedPost, later: DatedPost): readonly OwnerFault[] {
  if (later.latest >= earlier.earliest) return []
  const error = new TagArchiveError('RELATION_ORDER', {
    problem: `"${later.post.slug}" is marked as follow-up to "${earlier.post.slug}", but it is older.`,
    remedy: `Set followUpTo in "${earlier.post.slug}" instead, or correct the dates.`,
  })
  return [{ post: later.post, error }]
}

/** Between lines of whatever posts: what is said of one version holds for the article. */
function findContradictions(
  posts: readonly Post[],
  { duplicates, followUps, unrelated }: OwnerPairs,
): readonly OwnerFault[] {
  const articles = new Groups(posts.length)
  for (const { copy, canonical } of duplicates) articles.join(copy, canonical)
  const toFault = (line: string, place: number, other: number, against: string): OwnerFault => ({
    post: posts[place]!,
    error: new TagArchiveError('RELATION_CONTRADICTION', {
      problem: `${line} of "${posts[place]!.slug}" names "${posts[other]!.slug}", and by ${against}.`,
      remedy: 'Keep one of these lines.',
    }),
  })
  const keyOf = (a: number, b: number) => [articles.find(a), articles.find(b)].sort((x, y) => x - y).join(' ')
  const isUnrelated = new Set(unrelated.map(([a, b]) => keyOf(a, b)))
  return [
    ...unrelated
      .filter(([place, other]) => articles.isJoined(place, other))
      .map(([place, other]) => toFault('notRelatedTo', place, other, 'duplicateOf both are versions of one article')),
    ...followUps.flatMap(({ earlier, later }) => {
      if (articles.isJoined(earlier, later))
        return [toFault('followUpTo', later, earlier, 'duplicateOf both are versions of one article')]
      if (isUnrelated.has(keyOf(earlier, later)))
        return [toFault('followUpTo', later, earlier, 'notRelatedTo they have nothing to do with each other')]
      return leadsBack(articles, followUps, earlier, later)
        ? [toFault('followUpTo', later, earlier, 'duplicateOf that one comes after a version of it')]
        : []
    }),
  ]
}
