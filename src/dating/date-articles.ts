import { toDayNumber } from '../calendar/day.ts'
import type { Problem } from '../errors.ts'
import type { ArchivedArticle } from '../import/archived-article.ts'
import { toPlainText } from '../markup/plain-text.ts'
import { chooseYears, type LookBack } from './choose-years.ts'
import { type Decision, decide, toInferredDate } from './decide-date.ts'
import { estimateDays } from './estimate-days.ts'
import { type Evidence, toEvidence } from './evidence.ts'
import { findTimes } from './find-mentions.ts'
import { findRepeatedPlaces } from './find-repeated-places.ts'
import type { Mention, YearlyDays } from './mention.ts'
import { OrderBounds } from './order-bounds.ts'
import { orderFacts } from './order-facts.ts'
import type { PostDate } from './post-date.ts'
import { everyDay, intersect } from './span.ts'
import { weighEvidence } from './weigh-evidence.ts'

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
  readonly explanations: readonly DateExplanation[]
  /** Texts, dates and orders that contradict each other; all of severity `doubt`. */
  readonly problems: readonly Problem[]
}

/** How one date was found. */
export interface DateExplanation {
  readonly date: PostDate | undefined
  readonly mentions: readonly Mention[]
  readonly evidence: readonly { readonly piece: Evidence; readonly verdict: Verdict }[]
  readonly decision: Decision
}

/** `contradicted`: by weightier evidence. `open`: it names no year, and none could be chosen without doubt. */
export type Verdict = 'believed' | 'contradicted' | 'open'

/**
 * Dates the articles of an archive as a careful archivist would: from what their texts say and from their order, all
 * together, and never more closely than that.
 *
 * Each mention of a time bounds the day of writing by its role; the order carries bounds from article to article; evidence
 * that contradicts weightier evidence is dropped and reported; years that are still open are chosen where the archive as a
 * whole leaves no real doubt.
 */
export function dateArticles({ articles, sequences, anchors }: DatingInput): DatingResult {
  const facts = articles.map((article, i) => anchors[i] ?? toStatedDate(article))
  const order = orderFacts(sequences, facts)
  const mentions = findAllMentions(articles)
  const evidence = articles.map((_, i) => [...toFactEvidence(i, facts[i]), ...mentions[i]!.evidence])
  const bounds = new OrderBounds(articles.length, order.sequences)
  const believed = believe(
    evidence,
    bounds,
    order.sequences,
    mentions.map((found, i) => toLookBack(found.mentions, evidence[i]!)),
  )
  const decided = articles.map((_, i) => ({
    decision: decide(
      bounds.boundsOf(i),
      evidence[i]!.filter((piece) => believed.has(piece)),
    ),
    mentions: mentions[i]!.mentions,
    isCopy: mentions[i]!.isCopy,
  }))
  const estimates = estimateDays(decided, order.sequences)
  const dates = decided.map((one, i) => facts[i] ?? toInferredDate(one.decision, one.mentions, estimates[i]))
  const explanations = decided.map(({ decision, mentions }, i) => ({
    decision,
    mentions,
    date: dates[i],
    evidence: evidence[i]!.map((piece) => ({ piece, verdict: judge(piece, believed, bounds) })),
  }))
  return {
    dates,
    explanations,
    problems: [
      ...order.misplaced.map((article) => toMisplaced(articles[article]!)),
      ...explanations.flatMap((explanation, i) => findDoubts(explanation, articles[i]!)),
    ],
  }
}

/** Facts first, then what names its year, then the years that these leave to choose, and what is near them last. */
function believe(
  evidence: readonly (readonly Evidence[])[],
  bounds: OrderBounds,
  sequences: readonly (readonly number[])[],
  lookBacks: readonly LookBack[],
): ReadonlySet<Evidence> {
  const all = evidence.flat()
  const addKind = (kind: Evidence['kind']): ReadonlySet<Evidence> =>
    weighEvidence(
      all.filter((piece) => piece.kind === kind),
      bounds,
      sequences,
    )
  const certain = [...addKind('fact'), ...addKind('bound')]
  const chosen = new Set<number>()
  const longestFirst = sequences.toSorted((a, b) => b.length - a.length)
  // Twice, for what was chosen tells how lively the archive is, and that helps to choose the rest.
  for (const sequence of [...longestFirst, ...longestFirst]) {
    const choices = chooseYears(sequence, bounds, (article) => lookBacks[article]!)
    for (const { article } of weighEvidence(
      choices.toSorted((a, b) => a.article - b.article),
      bounds,
      sequences,
    ))
      chosen.add(article)
  }
  const years = all.filter((piece) => piece.kind === 'year' && chosen.has(piece.article) && leavesAny(piece, bounds))
  return new Set([...certain, ...years, ...addKind('nearness')])
}

const leavesAny = ({ article, days }: Evidence, bounds: OrderBounds): boolean =>
  intersect(days, bounds.daysOf(article)).length > 0

function judge(piece: Evidence, believed: ReadonlySet<Evidence>, bounds: OrderBounds): Verdict {
  if (believed.has(piece)) return 'believed'
  return piece.kind === 'year' && leavesAny(piece, bounds) ? 'open' : 'contradicted'
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
  return [{ article, days: [days], weight: 1, kind: 'fact' }]
}

/** Two dates that close to each other show that a text is of their time; one alone may be of any. */
const sameTimeDays = 550

function toLookBack(mentions: readonly Mention[], evidence: readonly Evidence[]): LookBack {
  const dated = mentions.filter(({ time, role }) => time.kind === 'spans' && time.unit !== 'year' && isPast(role))
  const days = [...new Set(dated.map(({ time }) => (time.kind === 'spans' ? time.spans[0].first : 0)))].sort(
    (a, b) => b - a,
  )
  const [latest, before] = days
  const news = evidence.find(({ kind }) => kind === 'nearness')?.mention
  const report = news === undefined ? undefined : mentions[news]!.time
  const isOfTheTime = latest !== undefined && before !== undefined && latest - before <= sameTimeDays
  const yearless = (role: Mention['role']): readonly YearlyDays[] =>
    mentions.flatMap((mention) => (mention.role === role && mention.time.kind === 'yearly' ? [mention.time.days] : []))
  return {
    yearless: evidence.filter(({ kind }) => kind === 'year').sort((a, b) => b.weight - a.weight),
    report: report?.kind === 'spans' ? report.spans[0].first : undefined,
    latest: isOfTheTime ? latest : undefined,
    reported: yearless('reports'),
    announced: yearless('announces'),
  }
}

const isPast = (role: Mention['role']): boolean => role === 'reports' || role === 'background'

const toMisplaced = ({ title, sources }: DatableText): Problem => ({
  code: 'DATE_OUT_OF_ORDER',
  message: `"${title}" has a stated date that contradicts its place in the archive, so it dates no neighbour.`,
  remedy: 'Look at the date of the post: it may have been changed, or the post was kept on top of the page.',
  source: sources?.[0],
  severity: 'doubt',
})

function findDoubts({ evidence, mentions }: DateExplanation, { title, sources }: DatableText): readonly Problem[] {
  return evidence
    .filter(
      ({ piece, verdict }) => verdict === 'contradicted' && piece.kind !== 'nearness' && piece.mention !== undefined,
    )
    .map(({ piece }) => ({
      code: 'DATE_CONTRADICTION',
      message: `"${title}": the words "${mentions[piece.mention!]!.words}" contradict the other dates of the archive, and were not believed.`,
      remedy: 'Look at the date of the post, and set it by hand if it is wrong.',
      source: sources?.[0],
      severity: 'doubt',
    }))
}
