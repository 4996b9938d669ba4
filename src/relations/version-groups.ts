import { type DatedPost, isSameMoment } from './chronology.ts'
import { leadsBack } from './declared-order.ts'
import { groupBy } from './group-by.ts'
import { Groups } from './groups.ts'
import { findNewestTexts, type RivalInput, type Rivals } from './newest-text.ts'
import type { OwnerPairs } from './owner-relations.ts'
import type { ComparedPair, ComparedPairs } from './version-pairs.ts'
import { commonShare } from './version-verdict.ts'

/** Posts that are one article, as places in order of time. */
export interface VersionGroup {
  readonly canonical: number
  /** Newest first. */
  readonly copies: readonly number[]
  /** Those of which only texts tell which is the newest; one where something else tells. */
  readonly rivals: readonly number[]
}

/** What `findVersionGroups` reads: pairs as compared, and what the owner says. */
export interface VersionInput {
  readonly posts: readonly DatedPost[]
  readonly analysed: RivalInput['analysed']
  readonly pairs: ComparedPairs
  readonly owner: OwnerPairs
}

/**
 * Groups of versions. The strongest pairs are joined first, and no join brings together two posts of which the owner says
 * that they are not related, or that one comes before the other. The canonical version is the one that the owner names, else the
 * newest.
 */
export function findVersionGroups(input: VersionInput): readonly VersionGroup[] {
  const { posts, pairs, owner } = input
  const versions = joinVersions(posts.length, pairs, owner)
  const rivals = listCandidates(versions, owner).map((candidates) => findRivals(candidates, posts))
  const canonicals = findNewestTexts(rivals, input)
  return versions.map((members, at) => {
    const canonical = canonicals[at]!
    const copies = members.filter((post) => post !== canonical).toReversed()
    return { canonical, copies, rivals: rivals[at]!.places }
  })
}

/** Places of the posts of each group. */
export function joinVersions(
  postCount: number,
  pairs: Pick<ComparedPairs, 'all' | 'between'>,
  owner: OwnerPairs,
): readonly (readonly number[])[] {
  const groups = new Groups(postCount)
  const canJoin = refuseApart(groups, owner)
  for (const { copy, canonical } of owner.duplicates) groups.join(copy, canonical)
  for (const { a, b } of [...withoutCollections(pairs)].sort(byStrength)) if (canJoin(a, b)) groups.join(a, b)
  return groups.list()
}

/** By group: the version that the owner names, else those that he does not call copies. */
function listCandidates(versions: readonly (readonly number[])[], { duplicates }: OwnerPairs) {
  const declaredCopies = new Set(duplicates.map(({ copy }) => copy))
  const declaredCanonicals = new Set(duplicates.map(({ canonical }) => canonical))
  return versions.map((members) => {
    const candidates = members.filter((post) => !declaredCopies.has(post))
    const named = candidates.findLast((post) => declaredCanonicals.has(post))
    return named === undefined ? candidates : [named]
  })
}

/** The last in time: often one, but several where dates and archive don't tell them apart. */
function findRivals(candidates: readonly number[], posts: readonly DatedPost[]): Rivals {
  const newest = posts[candidates.at(-1)!]!
  const places = candidates.filter((place) => isSameMoment(posts[place]!, newest))
  return { places, before: candidates.at(-1 - places.length) }
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
function withoutCollections(pairs: Pick<ComparedPairs, 'all' | 'between'>): readonly ComparedPair[] {
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

function refuseApart(groups: Groups, { unrelated, followUps }: OwnerPairs): (a: number, b: number) => boolean {
  return (a, b) => {
    const [groupA, groupB] = [groups.find(a), groups.find(b)]
    if (leadsBack(groups, followUps, a, b) || leadsBack(groups, followUps, b, a)) return false
    return unrelated.every(([x, y]) => {
      const [groupX, groupY] = [groups.find(x), groups.find(y)]
      return !((groupX === groupA && groupY === groupB) || (groupX === groupB && groupY === groupA))
    })
  }
}
