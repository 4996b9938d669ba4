/** Days from `first` to `last`, both inclusive, counted from 1970-01-01. */
export interface Span {
  readonly first: number
  readonly last: number
}

/** Days that a post may have been written on: spans in order, without overlap. Empty: no day at all. */
export type Days = readonly Span[]

/** All days that are reckoned with, 1900 to 2199: wider than `blogDays`, so that a bound found at its edge is known for none. */
export const everyDay: Span = { first: -25_567, last: 84_005 }

/** Days that a blog post can be of, 1994 to 2099: no blog is older. */
export const blogDays: Span = { first: 8_766, last: 47_481 }

/** The days that two sets share. Linear in the number of spans. */
export function intersect(a: Days, b: Days): Days {
  const shared: Span[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const first = Math.max(a[i]!.first, b[j]!.first)
    const last = Math.min(a[i]!.last, b[j]!.last)
    if (first <= last) shared.push({ first, last })
    if (a[i]!.last < b[j]!.last) i++
    else j++
  }
  return shared
}

/** Spans in any order, with overlaps, as a set of days within `everyDay`. */
export function unite(spans: readonly Span[]): Days {
  const united: { first: number; last: number }[] = []
  for (const span of spans.toSorted((a, b) => a.first - b.first || a.last - b.last)) {
    const first = Math.max(span.first, everyDay.first)
    const last = Math.min(span.last, everyDay.last)
    const top = united.at(-1)
    if (first > last) continue
    if (top !== undefined && first <= top.last + 1) top.last = Math.max(top.last, last)
    else united.push({ first, last })
  }
  return united
}
