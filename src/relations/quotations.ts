import { findSharedRuns } from './align-texts.ts'
import { countTerms } from './analyse-post.ts'
import type { ArticleIndex } from './article-index.ts'
import { countCommon } from './candidate-pairs.ts'
import { scoreFollowUp } from './follow-up-score.ts'
import type { ComparedPieces } from './follow-ups.ts'
import { toTellingText } from './telling-text.ts'
import { toTermVector } from './term-vectors.ts'
import { filterTokens, tokenise } from './tokens.ts'

/** Words in a row that are copied and not said again by chance; the shortest run of which `toFingerprints` loses none. */
const shortestQuotation = 11

/**
 * The score of a follow-up if the later piece did not quote the earlier one. A piece that continues a story tells it in its
 * own words too; one that only quotes a paragraph in passing shares the names of that paragraph and nothing else.
 */
export function scoreWithoutQuotations(
  { articles, statistics, vectorOf, comparer, refersTo }: ArticleIndex,
  pieces: ComparedPieces,
): number {
  const [{ post: earlier, analysis: before }, { post: later, analysis: after }] = [
    articles[pieces.earlier]!,
    articles[pieces.later]!,
  ]
  // Whoever quotes so much shares a fingerprint, and most pairs share none.
  if (countCommon(before.fingerprints, after.fingerprints) === 0) return pieces.score
  const words = tokenise(toTellingText(later.body))
  const quotations = findSharedRuns(words.hashes, tokenise(toTellingText(earlier.body)).hashes).filter(
    ({ length }) => length >= shortestQuotation,
  )
  if (quotations.length === 0) return pieces.score
  const isQuoted = new Uint8Array(words.count)
  for (const { startA, length } of quotations) isQuoted.fill(1, startA, startA + length)
  const own = filterTokens(words, (at) => isQuoted[at] === 0)
  const vector = toTermVector(countTerms(tokenise(later.title), own), statistics)
  const shared = comparer.compare(vectorOf(pieces.earlier), vector)
  return scoreFollowUp(shared, {
    days: pieces.days,
    subjectShare: statistics.subjectShare,
    isReference: refersTo(pieces.later, pieces.earlier),
  })
}
