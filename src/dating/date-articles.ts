import assert from 'node:assert/strict'
import { toDayNumber } from '../calendar/day.ts'
import type { Problem } from '../errors.ts'
import type { ArchivedArticle } from '../import/archived-article.ts'
import { toPlainText } from '../markup/plain-text.ts'
import { type Belief, believe, isOpen, type Reading } from './believe.ts'
import { type Decision, decide, toInferredDate } from './decide-date.ts'
import { estimateDays } from './estimate-days.ts'
import { type Evidence, toEvidence } from './evidence.ts'
import { findTimes } from './find-mentions.ts'
import { findRepeatedPlaces } from './find-repeated-places.ts'
import type { Mention } from './mention.ts'
import { OrderBounds } from './order-bounds.ts'
import { orderFacts } from './order-facts.ts'
import type { PostDate } from './post-date.ts'
import { everyDay } from './span.ts'

/** What the dating needs of an article. */
export type DatableText = Pick<ArchivedArticle, 'title' | 'body' | 'lang'> &
  Partial<Pick<ArchivedArticle, 'stated' | 'sources'>>

export interface DatingInput {
  /** Newest first, as far as the archives' orders go together. */
  readonly articles: readonly DatableText[]
  /** For each archive, places in `articles`, newest first. */
  readonly sequences: readonly (readonly number[])[]
  /** For each article, the date that its owner gave, where he gave one: it is kept, and bounds the neighbours. */
  readonly anchors: readonly (PostDate | undefined)[]
}

export interface DatingResult {
  /** For each article; `undefined` where neither text nor order tells. */
  readonly dates: readonly (PostDate | undefined)[]
  /** Texts, dates and orders that contradict each other; all of severity `doubt`. */
  readonly problems: readonly Problem[]
}

/** How one date was found. */
export interface DateExplanation {
  readonly date: PostDate | undefined
  readonly mentions: readonly Mention[]
  readonly evidence: readonly { readonly piece: Evidence; readonly reading: Reading; readonly verdict: Verdict }[]
  readonly decision: Decision
}

/** `contradicted`: by weightier evidence. `open`: it names no year, and none could be chosen without doubt. */
export type Verdict = 'believed' | 'contradicted' | 'open'

/**
 * Dates the articles of an archive as a careful archivist would: from what their texts say and from their order, all
 * together, and never more closely than that.
 *
 * Each mention of a time tells of the day of writing by its role; a hidden Markov model of the whole archive says how
 * probable that is; what is probable enough bounds the article, and the order carries bounds that are sure to the others.
 * What is too improbable is not believed, and reported.
 */
export function dateArticles(input: DatingInput): DatingResult {
  const { articles } = input
  const known = gatherFacts(input)
  const misplaced = known.order.misplaced.map((article) => toMisplaced(articles[article]!))
  // Of an export, nothing is left to find out, and ten thousand texts need not be looked through.
  if (known.facts.every((fact) => fact !== undefined)) return { dates: known.facts, problems: misplaced }
  const explanations = weigh(input, known)
  return {
    dates: explanations.map(({ date }) => date),
    problems: [
      ...misplaced,
      // What a text tells against a stated date was most likely misread.
      ...explanations.flatMap((explanation, i) =>
        known.facts[i] === undefined ? findDoubts(explanation, articles[i]!) : [],
      ),
    ],
  }
}

/** How each of these dates is found, those that are stated too. */
export const explainDates = (input: DatingInput): readonly DateExplanation[] => weigh(input, gatherFacts(input))

interface Known {
  /** For each article, the date that its source states or its owner gave. */
  readonly facts: readonly (PostDate | undefined)[]
  readonly order: ReturnType<typeof orderFacts>
}

function gatherFacts({ articles, sequences, anchors }: DatingInput): Known {
  const facts = articles.map((article, i) => anchors[i] ?? toStatedDate(article))
  return { facts, order: orderFacts(sequences, facts) }
}

function weigh({ articles }: DatingInput, { facts, order }: Known): readonly DateExplanation[] {
  const mentions = findAllMentions(articles)
  const evidence = articles.map((_, i) => [...toFactEvidence(i, facts[i]), ...mentions[i]!.evidence])
  const bounds = new OrderBounds(articles.length, order.sequences)
  const belief = believe(evidence, bounds, order.sequences)
  const decided = articles.map((_, i) => ({
    decision: decide(
      bounds.boundsOf(i),
      evidence[i]!.filter((piece) => belief.believed.has(piece)),
    ),
    mentions: mentions[i]!.mentions,
    isCopy: mentions[i]!.isCopy,
    median: belief.medians[i]!,
  }))
  const estimates = estimateDays(decided, order.sequences)
  return decided.map(({ decision, mentions }, i) => ({
    decision,
    mentions,
    date: facts[i] ?? toInferredDate(decision, mentions, estimates[i]),
    evidence: evidence[i]!.map((piece) => judge(piece, belief)),
  }))
}

function judge(piece: Evidence, { believed, readings }: Belief): DateExplanation['evidence'][number] {
  const reading = readings.get(piece)
  assert(reading !== undefined, 'every piece of evidence was read')
  if (believed.has(piece)) return { piece, reading, verdict: 'believed' }
  return { piece, reading, verdict: isOpen(reading) ? 'open' : 'contradicted' }
}

const toStatedDate = ({ stated }: DatableText): PostDate | undefined =>
  stated && { kind: 'stated', day: stated.day, instant: stated.instant }

function findAllMentions(articles: readonly DatableText[]): readonly {
  readonly mentions: readonly Mention[]
  readonly evidence: readonly Evidence[]
  readonly isCopy: boolean
}[] {
  const texts = articles.map(({ title, body }) => `${title}\n\n${toPlainText(body)}`.normalize('NFC'))
  const times = texts.map((text, i) => findTimes(text, articles[i]!.lang))
  const mentions = times.map((found) => found.mentions)
  const isRepeated = findRepeatedPlaces(texts, mentions)
  return times.map((found, i) => ({
    mentions: found.mentions,
    evidence: toEvidence(i, found, (mention) => isRepeated(i, mention)),
    isCopy: found.mentions.some(({ role }, mention) => role === 'reports' && isRepeated(i, mention)),
  }))
}

function toFactEvidence(article: number, fact: PostDate | undefined): readonly Evidence[] {
  if (fact === undefined) return []
  const day = toDayNumber(fact.day)
  const first = fact.kind === 'inferred' ? toDayNumber(fact.earliest) : day
  const last = fact.kind === 'inferred' ? toDayNumber(fact.latest) : day
  const days = {
    first: fact.kind === 'bounded' && fact.bound === 'latest' ? everyDay.first : first,
    last: fact.kind === 'bounded' && fact.bound === 'earliest' ? everyDay.last : last,
  }
  return [{ article, days: [days], weight: 1, kind: 'fact', side: undefined, typicalDays: 0 }]
}

const toMisplaced = ({ title, sources }: DatableText): Problem => ({
  code: 'DATE_OUT_OF_ORDER',
  message: `"${title}" has a stated date that contradicts its place in the archive, so it dates no neighbour.`,
  remedy: 'Look at the date of the post: it may have been changed, or the post was kept on top of the page.',
  source: sources?.[0],
  severity: 'doubt',
})

/** What is so improbable contradicts the rest; of what is less so, it is only not known whether it is true. */
const mostContradicted = 0.25

function findDoubts({ evidence, mentions }: DateExplanation, { title, sources }: DatableText): readonly Problem[] {
  return evidence
    .filter(
      ({ piece, verdict, reading }) =>
        verdict === 'contradicted' &&
        piece.kind !== 'nearness' &&
        piece.mention !== undefined &&
        reading.probability <= mostContradicted,
    )
    .map(({ piece }) => ({
      code: 'DATE_CONTRADICTION',
      message: `"${title}": the words "${mentions[piece.mention!]!.words}" contradict the other dates of the archive, and were not believed.`,
      remedy: 'Look at the date of the post, and set it by hand if it is wrong.',
      source: sources?.[0],
      severity: 'doubt',
    }))
}
