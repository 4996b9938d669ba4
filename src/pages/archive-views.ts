import { parseDay } from '../calendar/day.ts'
import { capitalise } from '../markup/capitalise.ts'
import type { Post } from '../posts/post.ts'
import { type CountedLink, toCountedLink } from './counted-link.ts'
import { countPostsOfYear, toPeriod, type YearArchive } from './date-archives.ts'
import { type ListPageView, type PostItemView, toListPage } from './list-view.ts'
import type { LinkView, PageFrame } from './page-frame.ts'
import type { ListPlan, MonthPlan, PagePlan, YearPlan } from './plan-pages.ts'
import type { SiteModel } from './site-model.ts'
import { monthPath, undatedPath, yearPath } from './urls.ts'

/** One month of a year's row: a link where it has posts. */
export interface MonthCell {
  readonly name: string
  readonly link?: CountedLink | undefined
  /** Posts of this month as a share of the fullest month's, 0–1. */
  readonly share: number
}

export interface YearRow {
  readonly year: CountedLink
  /** January to December. */
  readonly months: readonly MonthCell[]
  /** Posts of the year whose month is not known. */
  readonly monthUnknown?: CountedLink | undefined
}

export interface ArchivesPageView {
  readonly frame: PageFrame
  readonly heading: string
  readonly intro: string
  /** Newest first. */
  readonly years: readonly YearRow[]
  readonly undated?: CountedLink | undefined
}

export interface YearPageView extends Omit<ListPageView, 'posts'> {
  readonly count: string
  readonly row: YearRow
  readonly newer?: LinkView | undefined
  readonly older?: LinkView | undefined
  readonly groups: readonly MonthGroup[]
}

export interface MonthGroup {
  readonly heading: string
  /** The month's own page; absent for posts whose month is not known. */
  readonly href?: string | undefined
  readonly posts: readonly PostItemView[]
}

export interface MonthPageView extends ListPageView {
  readonly count: string
  readonly year: LinkView
  readonly newer?: LinkView | undefined
  readonly older?: LinkView | undefined
}

export interface UndatedPageView extends ListPageView {
  readonly note: string
}

/** Anchor of the posts without a month, on a year's page. */
export const monthUnknownAnchor = 'month-unknown'

export function toArchivesPage(model: SiteModel, { path }: PagePlan): ArchivesPageView {
  const { archives, messages, urls } = model
  const { name, description, undated } = messages.archives
  const fullest = countFullest(archives.years)
  return {
    frame: model.frameOf({ path, title: name, description, section: 'archives', isList: true }),
    heading: name,
    intro: description,
    years: archives.years.map((year) => toYearRow(model, year, { fullest })),
    undated:
      archives.undated.length === 0
        ? undefined
        : toCountedLink(
            model,
            { text: undated, href: urls.href(undatedPath(messages.slugs.undated)) },
            archives.undated.length,
          ),
  }
}

export function toYearPage(model: SiteModel, plan: YearPlan): YearPageView {
  const { messages, urls } = model
  const { year } = plan.year
  const posts = countPostsOfYear(plan.year)
  return {
    ...toListPage(model, plan, {
      heading: year,
      title: year,
      description: messages.archives.periodDescription(year, posts),
      section: 'archives',
    }),
    count: messages.postCount(posts),
    row: toYearRow(model, plan.year, {
      fullest: countFullest([plan.year]),
      monthUnknownHref: `${urls.href(plan.monthUnknownPath)}#${monthUnknownAnchor}`,
    }),
    newer: toYearLink(model, plan.newer),
    older: toYearLink(model, plan.older),
    groups: groupByMonth(model, plan.pager.items),
  }
}

export function toMonthPage(model: SiteModel, plan: MonthPlan): MonthPageView {
  const { messages, urls } = model
  const { month, posts } = plan.month
  const year = month.slice(0, 4)
  const name = toMonthName(model, month)
  return {
    ...toListPage(model, plan, {
      heading: capitalise(name),
      title: name,
      description: messages.archives.periodDescription(name, posts.length),
      section: 'archives',
      parent: { text: year, path: yearPath(year) },
    }),
    count: messages.postCount(posts.length),
    year: { text: year, href: urls.href(yearPath(year)) },
    newer: toMonthLink(model, plan.newer),
    older: toMonthLink(model, plan.older),
  }
}

export function toUndatedPage(model: SiteModel, plan: ListPlan): UndatedPageView {
  const { undated, undatedNote } = model.messages.archives
  const list = { heading: undated, title: undated, description: undatedNote, section: 'archives' as const }
  return { ...toListPage(model, plan, list), note: undatedNote }
}

/** With few posts a month, bars stay low: a month with its one post is not full. */
const leastFullest = 4

const countFullest = (years: readonly YearArchive[]): number =>
  years.flatMap(({ months }) => months).reduce((most, { posts }) => Math.max(most, posts.length), leastFullest)

function toYearRow(
  model: SiteModel,
  yearArchive: YearArchive,
  { fullest, monthUnknownHref }: { readonly fullest: number; readonly monthUnknownHref?: string | undefined },
): YearRow {
  const { messages, urls } = model
  const { year, months, monthUnknown } = yearArchive
  const countsByMonth = new Map(months.map((month) => [month.month, month.posts.length]))
  const toCell = (number: number): MonthCell => {
    const month = `${year}-${String(number).padStart(2, '0')}`
    const count = countsByMonth.get(month) ?? 0
    const name = messages.dates.shortMonthName(number)
    return {
      name,
      link: count === 0 ? undefined : toCountedLink(model, { text: name, href: urls.href(monthPath(month)) }, count),
      share: count / fullest,
    }
  }
  const unknownHref = monthUnknownHref ?? urls.href(yearPath(year))
  return {
    year: toCountedLink(model, { text: year, href: urls.href(yearPath(year)) }, countPostsOfYear(yearArchive)),
    months: Array.from({ length: 12 }, (_, index) => toCell(index + 1)),
    monthUnknown:
      monthUnknown.length === 0
        ? undefined
        : toCountedLink(model, { text: messages.archives.monthUnknown, href: unknownHref }, monthUnknown.length),
  }
}

/** Neighbours in the list of posts, put under their months. */
function groupByMonth(model: SiteModel, posts: readonly Post[]): readonly MonthGroup[] {
  const groups = new Map<string, Post[]>()
  for (const post of posts) {
    const month = toPeriod(post.date)?.month ?? ''
    const group = groups.get(month) ?? []
    groups.set(month, group)
    group.push(post)
  }
  return [...groups].map(([month, ofMonth]) => ({
    heading: month === '' ? model.messages.archives.monthUnknown : capitalise(toMonthName(model, month)),
    href: month === '' ? undefined : model.urls.href(monthPath(month)),
    posts: ofMonth.map(model.itemOf),
  }))
}

/** @param month - `2023-11`. */
const toMonthName = ({ messages }: SiteModel, month: string): string => messages.dates.month(parseDay(`${month}-01`)!)

const toYearLink = ({ urls }: SiteModel, year: string | undefined): LinkView | undefined =>
  year === undefined ? undefined : { text: year, href: urls.href(yearPath(year)) }

const toMonthLink = (model: SiteModel, month: string | undefined): LinkView | undefined =>
  month === undefined
    ? undefined
    : { text: capitalise(toMonthName(model, month)), href: model.urls.href(monthPath(month)) }
