import type { Post } from '../posts/post.ts'
import type { PostAnalysis } from './analyse-post.ts'
import { findBoilerplate } from './boilerplate.ts'
import { type CandidatePair, findCandidatePairs } from './candidate-pairs.ts'
import { type ComparableText, toComparableText, withoutPassages } from './comparable-text.ts'
import { Groups } from './groups.ts'
import { isSameLanguage } from './same-language.ts'
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
  /** The pair of two posts, in either order; `undefined` where they have too little in common to be compared. */
  readonly between: (x: number, y: number) => ComparedPair | undefined
  /** The text of a post, ready to be compared. */
  readonly textOf: (place: number) => ComparableText
}

/** Words that must be left beside boilerplate to tell two posts apart by them. */
const fewestOwnWords = 8

/** Compares all pairs of posts that may be versions: first as they are, then without the passages that many articles share. */
export function comparePairs(
  posts: readonly Post[],
  analyses: readonly PostAnalysis[],
  versionCoverage: number,
): ComparedPairs {
  const texts = remember((at) => toComparableText(posts[at]!.body))
  const compare = (pair: CandidatePair, a: ComparableText, b: ComparableText): ComparedPair => {
    const [titleA, titleB] = [posts[pair.a]!.title, posts[pair.b]!.title]
    const titlesAgree = haveSameTitle(titleA, titleB)
    const inTitles = titlesAgree ? countSwappedFacts(toComparableText(titleA), toComparableText(titleB)) : 0
    const found = compareTexts(a, b)
    const evidence = { ...found, swappedFacts: found.swappedFacts + inTitles }
    const isTranslated = !isSameLanguage(posts[pair.a]!, posts[pair.b]!)
    const verdict = judge({ ...pair, evidence, titlesAgree, isTranslated }, versionCoverage)
    return { ...pair, evidence, verdict, titlesAgree, longer: a.words.length > b.words.length ? pair.a : pair.b }
  }
  const candidates = findCandidatePairs(analyses)
  const asTheyAre = candidates.map((pair) => compare(pair, texts(pair.a), texts(pair.b)))
  const isBoilerplate = findBoilerplate(analyses, candidates, groupLookAlikes(asTheyAre, posts.length))
  const ownTexts = remember((at) => withoutPassages(texts(at), isBoilerplate))
  const compared = asTheyAre.map((pair) => {
    const [a, b] = [ownTexts(pair.a), ownTexts(pair.b)]
    const isUnchanged = a === texts(pair.a) && b === texts(pair.b)
    if (isUnchanged || Math.min(a.words.length, b.words.length) < fewestOwnWords) return pair
    const own = compare(pair, a, b)
    // Other issues of a template stay that, even where so little is left beside the template that it says nothing.
    return pair.verdict === 'otherFacts' && own.verdict !== 'version' ? pair : own
  })
  return { all: compared, between: indexPairs(compared, posts.length), textOf: texts }
}

function groupLookAlikes(pairs: readonly ComparedPair[], postCount: number): Groups {
  const groups = new Groups(postCount)
  for (const { a, b, verdict } of pairs) if (verdict === 'version') groups.join(a, b)
  return groups
}

function indexPairs(pairs: readonly ComparedPair[], postCount: number): ComparedPairs['between'] {
  const key = (x: number, y: number) => Math.min(x, y) * postCount + Math.max(x, y)
  const pairsByKey = new Map(pairs.map((pair) => [key(pair.a, pair.b), pair]))
  return (x, y) => pairsByKey.get(key(x, y))
}

/**
 * Most of one text is in the other, and yet they are not versions: issues of a template, or a piece and the digest that holds it.
 * Such a pair says nothing about a story either.
 */
export const isLookAlike = ({ verdict, evidence }: ComparedPair): boolean =>
  verdict === 'otherFacts' || evidence.coverageOfLonger >= 0.5 || swappedFactShare(evidence) > mostSwappedFacts

/** Most words of the shorter title are in the other: a column's name before it, a mark after it or a typo make no difference. */
function haveSameTitle(a: string, b: string): boolean {
  const [wordsA, wordsB] = [new Set(tokenise(a).hashes), new Set(tokenise(b).hashes)]
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length
  return shared > 0 && shared >= 0.6 * Math.min(wordsA.size, wordsB.size)
}

/** Makes a text when it is first asked for. Only posts with a look-alike are. */
function remember(make: (at: number) => ComparableText): (at: number) => ComparableText {
  const known = new Map<number, ComparableText>()
  return (at) => {
    const text = known.get(at) ?? make(at)
    known.set(at, text)
    return text
  }
}
