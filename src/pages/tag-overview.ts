import { compareCodePoints } from '../markup/compare.ts'
import type { Post } from '../posts/post.ts'
import { type CountedLink, toTagLink } from './counted-link.ts'
import { toPeriod } from './date-archives.ts'
import type { SiteModel } from './site-model.ts'
import type { Tag } from './tag-index.ts'
import { describeSpan } from './time-span.ts'

/** What a tag's first page says of all its posts. */
export interface TagOverview {
  /** "from March 2019 to May 2024". */
  readonly span?: string | undefined
  readonly chart?: MonthChart | undefined
  /** Tags that its posts have too, with the posts in common; most in common first. */
  readonly related: readonly CountedLink[]
}

export interface MonthChart {
  /** Posts of each month, from the first that has any to the last. */
  readonly counts: readonly number[]
  /** In which it begins and ends: `2019`. */
  readonly years: { readonly first: string; readonly last: string }
  /** What the chart shows, for those who can't see it. */
  readonly label: string
}

/** A chart of fewer posts, or of a shorter time, tells less than the list itself. */
const fewestCharted = 5
const fewestMonths = 3
const leastShareCharted = 0.75
const mostRelated = 6

export function toTagOverview(model: SiteModel, tag: Tag): TagOverview {
  return {
    span: describeSpan(tag.posts, model.messages.dates),
    chart: toMonthChart(model, tag.posts),
    related: findRelatedTags(model, tag),
  }
}

/** Posts whose month is not known have no place in it; where they are many, a chart would mislead. */
function toMonthChart({ messages }: SiteModel, posts: readonly Post[]): MonthChart | undefined {
  const charted = posts.filter(({ date }) => toPeriod(date)?.month !== undefined)
  const counts = countByMonth(charted)
  const span = describeSpan(charted, messages.dates)
  const isTelling = charted.length >= fewestCharted && counts.length >= fewestMonths
  const isWhole = charted.length >= posts.length * leastShareCharted
  if (span === undefined || !isTelling || !isWhole) return undefined
  const most = counts.reduce((a, b) => Math.max(a, b))
  const years = charted.flatMap(({ date }) => toPeriod(date)?.year ?? []).sort(compareCodePoints)
  return { counts, years: { first: years[0]!, last: years.at(-1)! }, label: messages.tags.chart(span, most) }
}

function countByMonth(posts: readonly Post[]): readonly number[] {
  const months = posts.flatMap(({ date }) => toMonthNumber(toPeriod(date)?.month) ?? [])
  const first = months.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const counts: number[] = []
  for (const month of months) counts[month - first] = (counts[month - first] ?? 0) + 1
  return Array.from(counts, (count) => count ?? 0)
}

/** Months since the year 0, from `2023-11`. */
const toMonthNumber = (month: string | undefined): number | undefined =>
  month === undefined ? undefined : Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

function findRelatedTags(model: SiteModel, { posts, key }: Tag): readonly CountedLink[] {
  const common = new Map<Tag, number>()
  for (const post of posts) {
    for (const tag of model.tags.tagsOf(post)) if (tag.key !== key) common.set(tag, (common.get(tag) ?? 0) + 1)
  }
  return [...common]
    .sort(([a, countA], [b, countB]) => countB - countA || compareCodePoints(a.slug, b.slug))
    .slice(0, mostRelated)
    .map(([tag, count]) => toTagLink(model, tag, count))
}
