import { type ArticleIndex, daysBetween } from './article-index.ts'
import { haveOtherSubjects, type SharedTerms } from './compare-terms.ts'
import { spellTerms } from './evidence-words.ts'
import { scoreFollowUp } from './follow-up-score.ts'
import { findPartsBefore } from './numbered-parts.ts'
import { scoreWithoutQuotations } from './quotations.ts'
import type { Memory } from './relation-cache.ts'
import type { Signer } from './signature.ts'
import { haveOtherYears } from './titled-numbers.ts'

/** Two articles compared as pieces of one story, both as places in the index. */
export interface ComparedPieces {
  readonly earlier: number
  readonly later: number
  readonly score: number
  /** Between the two, as far as it is known. */
  readonly days: number | undefined
  readonly shared: SharedTerms
}

/** A later article that continues an earlier one. The score is 1 where the owner says so, or the title: "(2/3)". */
export interface FollowUp extends ComparedPieces {
  /** What both pieces dwell on, as the later one spells it, the most telling first. */
  readonly terms: readonly string[]
}

export interface FollowUpInput {
  readonly index: ArticleIndex
  /** Of two posts, by place; see `isLookAlike`. */
  readonly areLookAlikes: (a: number, b: number) => boolean
  readonly leastScore: number
  /** Links that the owner declares, as places in the index. */
  readonly declared: readonly { readonly earlier: number; readonly later: number }[]
  readonly isUnrelated: (x: number, y: number) => boolean
  readonly memory: Memory
}

/** Why two articles are no follow-ups, whatever their terms say. */
export type FollowUpVeto = 'unrelated' | 'otherLanguage' | 'column' | 'otherYears' | 'lookAlike' | 'otherSubjects'

/** A reader follows one thread back, or sees where two meet. */
const mostPredecessors = 2

/** Links each article to its nearest predecessors, at most two; where the owner or the title names one, to that one alone. */
export function findFollowUps(input: FollowUpInput): readonly FollowUp[] {
  const named = findNamed(input)
  return input.index.articles.flatMap((_, later) => linkBack(input, later, named.get(later)))
}

/** Articles that the owner, or the title, names as what a later one goes on from; later → earlier. */
export function findNamed({ index, declared, isUnrelated }: FollowUpInput): ReadonlyMap<number, number> {
  const parts = [...findPartsBefore(index.articles.map(({ post }) => post.title))]
  return new Map([
    ...parts.filter(([later, earlier]) => !isUnrelated(earlier, later)),
    ...declared.map(({ earlier, later }) => [later, earlier] as const),
  ])
}

/** The links of one article to its predecessors. @param named - The only one, where there is such. */
export function linkBack(input: FollowUpInput, later: number, named: number | undefined): readonly FollowUp[] {
  const { index, leastScore } = input
  if (named !== undefined) return [{ ...withTerms(index, scorePair(index, named, later)), score: 1 }]
  const near = listNear(input, later)
  return input.memory
    .recall(
      index.articles[later]!.place,
      'follow-ups',
      (signer) => signPairs(signer.addText(`${leastScore} ${index.statistics.subjectShare}`), index, near, later),
      () => findPredecessors(input, near, later),
    )
    .map(({ nearest, ...found }) => ({ ...found, earlier: near[nearest]!, later }))
}

/** Earlier articles that a later one may go on from, in order of time. */
function listNear(input: FollowUpInput, later: number): readonly number[] {
  const { neighbours, references } = input.index
  const near: number[] = []
  for (const others of [neighbours[later]!, references[later]!]) {
    for (const other of others)
      if (other < later && !near.includes(other) && findOutwardVeto(input, other, later) === undefined) near.push(other)
  }
  return near.sort((x, y) => x - y)
}

/** What a link back is made of: two texts and the days between; of several, which is the later one. */
function signPairs(signer: Signer, index: ArticleIndex, near: readonly number[], later: number): void {
  signer.addSignature(index.signatureOf(later))
  for (const earlier of near) {
    const { days, isGuessed } = measureTime(index, earlier, later)
    signer
      .addSignature(index.signatureOf(earlier))
      .add(days ?? -1)
      .add((isGuessed ? 1 : 0) + (index.refersTo(later, earlier) ? 2 : 0))
  }
}

/** A predecessor by its place in a list, so that it can be kept: other posts may come and go. */
type Predecessor = Omit<FollowUp, 'earlier' | 'later'> & { readonly nearest: number }

function findPredecessors(
  { index, leastScore }: FollowUpInput,
  near: readonly number[],
  later: number,
): readonly Predecessor[] {
  return near
    .map((earlier) => scorePair(index, earlier, later))
    .filter(({ score }) => score >= leastScore)
    .filter(
      ({ earlier }) =>
        index.refersTo(later, earlier) || !haveOtherSubjects(index.vectorOf(earlier), index.vectorOf(later)),
    )
    .filter((pieces) => scoreWithoutQuotations(index, pieces) >= leastScore)
    .map((pieces) => withTerms(index, pieces))
    .filter((pieces) => index.refersTo(later, pieces.earlier) || hasManyClues(pieces))
    .sort((x, y) => y.score - x.score || y.earlier - x.earlier)
    .slice(0, mostPredecessors)
    .map(({ earlier, later: _, ...found }) => ({ ...found, nearest: near.indexOf(earlier) }))
}

/** Names and words that two pieces must share, each phrase counted once. */
const fewestClues = 3

/**
 * A person is in many stories. Two pieces that share her name and what she does for a living are about her, in one week or not;
 * pieces of one story share a place, a figure, a second name as well.
 */
export const hasManyClues = ({ terms }: FollowUp): boolean => terms.length >= fewestClues

export function withTerms({ articles, vectorOf, comparer }: ArticleIndex, pieces: ComparedPieces): FollowUp {
  const common = comparer.listCommon(vectorOf(pieces.earlier), vectorOf(pieces.later))
  const before = articles[pieces.earlier]!.analysis.terms
  return { ...pieces, terms: spellTerms(common, articles[pieces.later]!.post, (term) => before.includes(term)) }
}

/** Compares two articles as pieces of one story. */
export function scorePair(index: ArticleIndex, earlier: number, later: number): ComparedPieces {
  const { subjectShare } = index.statistics
  const shared = index.comparer.compare(index.vectorOf(earlier), index.vectorOf(later))
  const { days, isGuessed } = measureTime(index, earlier, later)
  const score = scoreFollowUp(shared, { days, subjectShare, isReference: index.refersTo(later, earlier) })
  return { earlier, later, days: isGuessed ? undefined : days, shared, score }
}

function measureTime({ articles }: ArticleIndex, earlier: number, later: number) {
  const [before, after] = [articles[earlier]!, articles[later]!]
  return { days: daysBetween(before, after), isGuessed: before.first.isGuessed || after.first.isGuessed }
}

export function findVeto(input: FollowUpInput, earlier: number, later: number): FollowUpVeto | undefined {
  const veto = findOutwardVeto(input, earlier, later)
  if (veto !== undefined) return veto
  const { vectorOf } = input.index
  if (input.index.refersTo(later, earlier)) return undefined
  return haveOtherSubjects(vectorOf(earlier), vectorOf(later)) ? 'otherSubjects' : undefined
}

/** A veto that comes from outside of the two texts. */
function findOutwardVeto(
  { index, areLookAlikes, isUnrelated }: FollowUpInput,
  earlier: number,
  later: number,
): Exclude<FollowUpVeto, 'otherSubjects'> | undefined {
  const [a, b] = [index.articles[earlier]!, index.articles[later]!]
  if (isUnrelated(earlier, later)) return 'unrelated'
  if (!index.isSameLanguage(earlier, later)) return 'otherLanguage'
  if (haveOtherYears(index.yearsOf(earlier), index.yearsOf(later))) return 'otherYears'
  // Who refers to a piece says more than titles and templates do.
  if (index.refersTo(later, earlier)) return undefined
  if (index.columns.isColumn(earlier) || index.columns.isColumn(later) || index.columns.areOneSeries(earlier, later))
    return 'column'
  return areLookAlikes(a.place, b.place) ? 'lookAlike' : undefined
}
