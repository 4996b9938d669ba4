import { type DatedPost, isSameMoment } from './chronology.ts'
import { groupBy } from './group-by.ts'
import { Groups } from './groups.ts'
import type { OwnerPairs } from './owner-relations.ts'
import type { ComparedPair, ComparedPairs } from './version-pairs.ts'
import { commonShare } from './version-verdict.ts'

/** Posts that are one article, as places in order of time. */
export interface VersionGroup {
  readonly canonical: number
  /** Newest first. */
  readonly copies: readonly number[]
}

/** What `findVersionGroups` reads: pairs as compared, and what the owner says. */
export interface VersionInput {
  readonly posts: readonly DatedPost[]
  readonly pairs: ComparedPairs
  readonly owner: OwnerPairs
}

/**
 * Groups of versions. The strongest pairs are joined first, and no join brings together two posts of which the owner says
 * that they are not related. The canonical version is the one that the owner names, else the newest.
 */
export function findVersionGroups({ posts, pairs, owner }: VersionInput): readonly VersionGroup[] {
  const groups = new Groups(posts.length)
  const canJoin = refuseUnrelated(groups, owner.unrelated)
  for (const { copy, canonical } of owner.duplicates) groups.join(copy, canonical)
  for (const { a, b } of [...withoutCollections(pairs)].sort(byStrength)) if (canJoin(a, b)) groups.join(a, b)
  const declaredCopies = new Set(owner.duplicates.map(({ copy }) => copy))
  const declaredCanonicals = new Set(owner.duplicates.map(({ canonical }) => canonical))
  return groups.list().map((members) => {
    const newestFirst = members.toReversed()
    const canonical =
      newestFirst.find((post) => declaredCanonicals.has(post) && !declaredCopies.has(post)) ??
      findNewest(
        newestFirst.filter((post) => !declaredCopies.has(post)),
        { posts, pairs, owner },
      )
    return { canonical, copies: newestFirst.filter((post) => post !== canonical) }
  })
}

/**
 * The last in time. Of several that nothing but their texts could order:
 *
 * - the one that differs most from the version before them: revisions move away from where they began;
 * - then a title with something put before it ("Update: …", a column's name);
 * - then the fuller text, which the order of time puts last.
 */
function findNewest(newestFirst: readonly number[], { posts, pairs }: VersionInput): number {
  const newest = newestFirst[0]!
  const rivals = newestFirst.filter((place) => isSameMoment(posts[place]!, posts[newest]!))
  const before = newestFirst[rivals.length]
  const similarityToBefore = (place: number) =>
    (before === undefined ? undefined : pairs.between(place, before))?.similarity ?? 0
  const farthest =
    before === undefined || rivals.length === 1
      ? rivals
      : rivals.filter((rival) => rivals.every((other) => similarityToBefore(rival) <= similarityToBefore(other)))
  const { title } = posts[farthest[0]!]!.post
  const isExtended = (place: number) =>
    posts[place]!.post.title.length > title.length && posts[place]!.post.title.endsWith(title)
  return farthest.find(isExtended) ?? farthest[0]!
}

const byStrength = (x: ComparedPair, y: ComparedPair): number =>
  y.similarity - x.similarity || y.containment - x.containment || x.a - y.a || x.b - y.b

/**
 * A short text may be all inside of several longer ones. Where those are not each other's versions, it goes with one:
 *
 * - A post that holds two posts which are not each other's versions collects them (a digest, a best-of); it is a version of
 *   neither, unless it has the title of one.
 * - A teaser that begins several posts of one template is the teaser of the one that it fits best, then of the nearest in time.
 */
function withoutCollections(pairs: ComparedPairs): readonly ComparedPair[] {
  const versions = pairs.all.filter(({ verdict }) => verdict === 'version')
  const areVersions = (x: number, y: number) => x === y || pairs.between(x, y)?.verdict === 'version'
  const isPart = (pair: ComparedPair) => pair.evidence.coverageOfLonger < 0.5
  const parts = pairs.all.filter((pair) => (pair.verdict === 'version' || pair.verdict === 'onlyAPart') && isPart(pair))
  const partsByLonger = groupBy(parts, ({ longer }) => longer)
  const partsByShorter = groupBy(parts, shorterOf)
  return versions.filter((pair) => {
    if (!isPart(pair)) return true
    const best = partsByShorter.get(shorterOf(pair))!.toSorted(byFit)[0]!
    if (!areVersions(best.longer, pair.longer)) return false
    const others = partsByLonger.get(pair.longer)!
    return pair.titlesAgree || others.every((other) => areVersions(shorterOf(other), shorterOf(pair)))
  })
}

const shorterOf = ({ a, b, longer }: ComparedPair): number => (longer === a ? b : a)

const byFit = (x: ComparedPair, y: ComparedPair): number =>
  commonShare(y.evidence) - commonShare(x.evidence) || x.b - x.a - (y.b - y.a) || x.a - y.a

function refuseUnrelated(groups: Groups, unrelated: OwnerPairs['unrelated']): (a: number, b: number) => boolean {
  return (a, b) => {
    const [groupA, groupB] = [groups.find(a), groups.find(b)]
    return unrelated.every(([x, y]) => {
      const [groupX, groupY] = [groups.find(x), groups.find(y)]
      return !((groupX === groupA && groupY === groupB) || (groupX === groupB && groupY === groupA))
    })
  }
}
