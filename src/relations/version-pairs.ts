import type { Post } from '../posts/post.ts'
import type { PostAnalysis } from './analyse-post.ts'
import type { AnalysedPosts } from './analysis-cache.ts'
import {
  type ArchiveChange,
  type ArchiveComparison,
  type ComparedPost,
  findChange,
  listCompared,
} from './archive-change.ts'
import { findBoilerplate, isBoilerplateKept } from './boilerplate.ts'
import { type CandidatePair, findCandidatePairs, updateCandidatePairs } from './candidate-pairs.ts'
import type { DatedPost } from './chronology.ts'
import { type ComparableText, toComparableText, withoutPassages } from './comparable-text.ts'
import { Groups } from './groups.ts'
import type { RelationCache } from './relation-cache.ts'
import { remember } from './remember.ts'
import { isSameLanguage } from './same-language.ts'
import { Signer } from './signature.ts'
import { haveOtherNumbers } from './titled-numbers.ts'
import { tokenise } from './tokens.ts'
import { compareTexts, countSwappedFacts, type VersionEvidence } from './version-evidence.ts'
import { judge, mostSwappedFacts, swappedFactShare, type VersionVerdict } from './version-verdict.ts'

/** A candidate pair with what a comparison word by word found. */
export interface ComparedPair extends CandidatePair {
  readonly evidence: VersionEvidence
  readonly verdict: VersionVerdict
  readonly titlesAgree: boolean
  /** Which of the two has more words. */
  readonly longer: number
}

/** All pairs that were compared, with a look-up. */
export interface ComparedPairs {
  readonly all: readonly ComparedPair[]
  /** The same before the passages were taken out that many articles share. */
  readonly asTheyAre: readonly ComparedPair[]
  /** Shingles of these passages. */
  readonly boilerplate: ReadonlySet<number>
  /** The pair of two posts, in either order; `undefined` where they have too little in common to be compared. */
  readonly between: (x: number, y: number) => ComparedPair | undefined
  /** The text of a post, ready to be compared. */
  readonly textOf: (place: number) => ComparableText
}

/** Words that must be left beside boilerplate to tell two posts apart by them. */
const fewestOwnWords = 8

export interface PairInput {
  /** In order of time. */
  readonly dated: readonly DatedPost[]
  readonly analysed: AnalysedPosts
  readonly versionCoverage: number
}

/** Compares all pairs of posts that may be versions: first as they are, then without the passages that many articles share. */
export function comparePairs({ dated, analysed, versionCoverage }: PairInput): ComparedPairs {
  const { analyses, memory } = analysed
  const posts = dated.map(({ post }) => post)
  const comparer = createPairComparer({ postAt: (place) => posts[place]!, versionCoverage })
  const { areSameLanguage } = comparer
  const setting = new Signer().addText(`${versionCoverage}`)
  const signPair = (signer: Signer, pair: CandidatePair) =>
    signer
      .addSignature(setting)
      .addSignature(analysed.signatureOf(pair.a))
      .add(areSameLanguage(pair) ? 1 : 0)
  const compared = analysed.cache === undefined ? [] : listCompared(dated, analysed.keys)
  const earlier = recallComparison(analysed.cache, versionCoverage, compared)
  const known = earlier && updateComparison(earlier, analyses)
  const candidates = known?.pairs ?? findCandidatePairs(analyses)
  const asTheyAre = candidates.map((pair) =>
    toComparedPair(
      pair,
      memory.recall(
        pair.b,
        `pair ${analysed.signatureOf(pair.a).first}`,
        (signer) => signPair(signer, pair),
        () => comparer.compareAsTheyAre(pair),
      ),
    ),
  )
  const boilerplate =
    known?.boilerplate ?? findBoilerplate(analyses, candidates, groupLookAlikes(asTheyAre, posts.length))
  analysed.cache?.keepComparison(
    { posts: compared, versionCoverage, pairs: candidates, boilerplate: [...boilerplate] },
    earlier === undefined,
  )
  const isBoilerplate = (shingle: number) => boilerplate.has(shingle)
  const compareOwn = comparer.createOwn(isBoilerplate)
  const boilerplateOf = remember((at) => analyses[at]!.shingles.filter(isBoilerplate))
  const all = asTheyAre.map((pair) => {
    const comparison = memory.recall(
      pair.b,
      `own ${analysed.signatureOf(pair.a).first}`,
      (signer) => signPair(signer, pair).addAll(boilerplateOf(pair.a)).addAll(boilerplateOf(pair.b)),
      () => compareOwn(pair),
    )
    return settle(pair, comparison)
  })
  return { asTheyAre, all, boilerplate, between: indexPairs(all, posts.length), textOf: comparer.textOf }
}

export interface PairComparer {
  readonly areSameLanguage: (pair: CandidatePair) => boolean
  readonly textOf: (place: number) => ComparableText
  readonly compareAsTheyAre: (pair: CandidatePair) => Comparison
  /** Without the passages that many articles share; `null` where there are none, or where too little is left. */
  readonly createOwn: (isBoilerplate: (shingle: number) => boolean) => (pair: CandidatePair) => Comparison | null
}

/** Compares the texts of two posts word by word. */
export function createPairComparer({
  postAt,
  versionCoverage,
}: {
  readonly postAt: (place: number) => Post
  readonly versionCoverage: number
}): PairComparer {
  const textOf = remember((place) => toComparableText(postAt(place).body))
  const areSameLanguage = ({ a, b }: CandidatePair) => isSameLanguage(postAt(a), postAt(b))
  const compare = (pair: CandidatePair, a: ComparableText, b: ComparableText): Comparison => {
    const [titleA, titleB] = [postAt(pair.a).title, postAt(pair.b).title]
    const titlesAgree = haveSameTitle(titleA, titleB)
    const inTitles = titlesAgree ? countSwappedFacts(toComparableText(titleA), toComparableText(titleB)) : 0
    const found = compareTexts(a, b)
    const evidence = { ...found, swappedFacts: found.swappedFacts + inTitles }
    const verdict = judge(
      {
        ...pair,
        evidence,
        titlesAgree,
        titlesDiffer: haveOtherNumbers(titleA, titleB),
        isTranslated: !areSameLanguage(pair),
      },
      versionCoverage,
    )
    return { evidence, verdict, titlesAgree, longer: a.words.length > b.words.length ? 'a' : 'b' }
  }
  return {
    areSameLanguage,
    textOf,
    compareAsTheyAre: (pair) => compare(pair, textOf(pair.a), textOf(pair.b)),
    createOwn: (isBoilerplate) => {
      const ownTextOf = remember((place) => withoutPassages(textOf(place), isBoilerplate))
      return (pair) => {
        const [a, b] = [ownTextOf(pair.a), ownTextOf(pair.b)]
        const isUnchanged = a === textOf(pair.a) && b === textOf(pair.b)
        return isUnchanged || Math.min(a.words.length, b.words.length) < fewestOwnWords ? null : compare(pair, a, b)
      }
    },
  }
}

/** What a pair is after both comparisons. */
export function settle(pair: ComparedPair, ownComparison: Comparison | null): ComparedPair {
  if (ownComparison === null) return pair
  const own = toComparedPair(pair, ownComparison)
  // Other issues of a template stay that, even where so little is left beside the template that it says nothing.
  return isOtherIssue(pair) && own.verdict !== 'version' ? pair : own
}

interface EarlierComparison extends ArchiveComparison {
  readonly change: ArchiveChange
}

/** What is known of all pairs from an earlier run, as far as that is of use. */
function recallComparison(
  cache: RelationCache | undefined,
  versionCoverage: number,
  now: readonly ComparedPost[],
): EarlierComparison | undefined {
  const earlier = cache?.comparison
  if (cache === undefined || earlier?.versionCoverage !== versionCoverage) return undefined
  const change = findChange(earlier.posts, now, (key) => cache.findAnalysis(key))
  return change && { ...earlier, change }
}

/** What an earlier run would have found now: its pairs, and boilerplate where that is the same; `undefined` where that can't be told. */
function updateComparison(
  { pairs: earlier, boilerplate, change }: EarlierComparison,
  analyses: readonly PostAnalysis[],
): { readonly pairs: readonly CandidatePair[]; readonly boilerplate: ReadonlySet<number> | undefined } | undefined {
  const pairs = updateCandidatePairs(earlier, analyses, change)
  if (pairs === undefined) return undefined
  const isKept = isBoilerplateKept(earlier, { analyses, pairs }, change)
  return { pairs, boilerplate: isKept ? new Set(boilerplate) : undefined }
}

/** What a comparison found, without the places of the two posts, so that it can be kept. */
export interface Comparison extends Pick<ComparedPair, 'evidence' | 'verdict' | 'titlesAgree'> {
  readonly longer: 'a' | 'b'
}

export const toComparedPair = (
  { a, b, containment, similarity }: CandidatePair,
  { longer, ...found }: Comparison,
): ComparedPair => ({ a, b, containment, similarity, ...found, longer: longer === 'a' ? a : b })

/** Posts that would be one article if nothing but their texts as they are counted. */
export function groupLookAlikes(pairs: readonly ComparedPair[], postCount: number): Groups {
  const groups = new Groups(postCount)
  for (const { a, b, verdict } of pairs) if (verdict === 'version') groups.join(a, b)
  return groups
}

export function indexPairs(pairs: readonly ComparedPair[], postCount: number): ComparedPairs['between'] {
  const key = (x: number, y: number) => Math.min(x, y) * postCount + Math.max(x, y)
  const pairsByKey = new Map(pairs.map((pair) => [key(pair.a, pair.b), pair]))
  return (x, y) => pairsByKey.get(key(x, y))
}

const isOtherIssue = ({ verdict }: Pick<ComparedPair, 'verdict'>): boolean =>
  verdict === 'otherFacts' || verdict === 'otherNumbers'

/**
 * Most of one text is in the other, and yet they are not versions: issues of a template, or a piece and the digest that holds it.
 * Such a pair says nothing about a story either.
 */
export const isLookAlike = ({ verdict, evidence }: ComparedPair): boolean =>
  isOtherIssue({ verdict }) || evidence.coverageOfLonger >= 0.5 || swappedFactShare(evidence) > mostSwappedFacts

/** Most words of the shorter title are in the other: a column's name before it, a mark after it or a typo make no difference. */
function haveSameTitle(a: string, b: string): boolean {
  const [wordsA, wordsB] = [new Set(tokenise(a).hashes), new Set(tokenise(b).hashes)]
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length
  return shared > 0 && shared >= 0.6 * Math.min(wordsA.size, wordsB.size)
}
