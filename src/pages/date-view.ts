import { type Day, fromDayNumber, toDayNumber } from '../calendar/day.ts'
import { orderEvidence, type PostDate } from '../dating/post-date.ts'
import type { DateMessages } from '../i18n/date-messages.ts'

/** A date as a page shows it: as sure as it is, and no surer. */
export interface DateView {
  readonly text: string
  /** For `<time datetime>`: a day, month or year, no finer than the evidence; absent where not even the year is sure. */
  readonly datetime?: string | undefined
  readonly isEstimate: boolean
  /** How the date was found, as a sentence. Absent where the source states the date. */
  readonly evidence?: string | undefined
}

export function toDateView(date: PostDate | undefined, messages: DateMessages): DateView {
  if (date === undefined) return { text: messages.undated, isEstimate: false }
  switch (date.kind) {
    case 'stated':
      return { text: messages.day(date.day), datetime: date.day, isEstimate: false }
    case 'inferred': {
      const text = describeRange(date, messages)
      const range = date.earliest === date.latest ? undefined : messages.betweenDays(date.earliest, date.latest)
      return {
        text,
        datetime: commonPart(date.earliest, date.latest),
        isEstimate: true,
        evidence: describeEvidence(date.evidence, range === text ? undefined : range, messages),
      }
    }
    case 'bounded':
      return {
        text: describeBound(date.bound, date.day, messages),
        isEstimate: true,
        evidence: describeEvidence(date.evidence, undefined, messages),
      }
  }
}

interface Range {
  readonly day: Day
  readonly earliest: Day
  readonly latest: Day
}

/** The longest range that still reads as one day with a margin, in days. */
const aroundDays = 7
/** The longest range across two months that is told by its days; beyond, months say it better. */
const betweenDaysDays = 31

function describeRange({ day, earliest, latest }: Range, messages: DateMessages): string {
  const days = toDayNumber(latest) - toDayNumber(earliest)
  if (days === 0) return messages.day(day)
  if (days <= aroundDays) return messages.around(day)
  if (isSameMonth(earliest, latest)) return describePartOfMonth(earliest, latest, messages)
  if (days <= betweenDaysDays) return messages.betweenDays(earliest, latest)
  if (!isYearStart(earliest) || !isYearEnd(latest)) return messages.betweenMonths(earliest, latest)
  return isSameYear(earliest, latest) ? yearText(earliest) : messages.betweenYears(earliest, latest)
}

function describePartOfMonth(earliest: Day, latest: Day, messages: DateMessages): string {
  const [first, last] = [dayOfMonth(earliest), dayOfMonth(latest)]
  if (last <= 12) return messages.partOfMonth('early', earliest)
  if (first >= 20) return messages.partOfMonth('late', earliest)
  if (first >= 9 && last <= 22) return messages.partOfMonth('mid', earliest)
  return messages.month(earliest)
}

/** Bounds are inclusive: "before June" is said only where May is the last month possible. */
function describeBound(bound: 'earliest' | 'latest', day: Day, messages: DateMessages): string {
  if (bound === 'earliest') return messages.fromMonth(day)
  const next = fromDayNumber(toDayNumber(day) + 1)
  return isSameMonth(day, next) ? messages.byMonth(day) : messages.beforeMonth(next)
}

function describeEvidence(evidence: string, range: string | undefined, messages: DateMessages): string {
  if (evidence === '') return messages.estimated(range)
  return evidence === orderEvidence ? messages.estimatedFromOrder(range) : messages.estimatedFrom(evidence, range)
}

function commonPart(earliest: Day, latest: Day): string | undefined {
  if (earliest === latest) return earliest
  if (isSameMonth(earliest, latest)) return earliest.slice(0, 7)
  return isSameYear(earliest, latest) ? earliest.slice(0, 4) : undefined
}

const yearText = (day: Day): string => String(Number(day.slice(0, 4)))
const dayOfMonth = (day: Day): number => Number(day.slice(8, 10))
const isSameMonth = (a: Day, b: Day): boolean => a.slice(0, 7) === b.slice(0, 7)
const isSameYear = (a: Day, b: Day): boolean => a.slice(0, 4) === b.slice(0, 4)
const isYearStart = (day: Day): boolean => day.endsWith('-01-01')
const isYearEnd = (day: Day): boolean => day.endsWith('-12-31')
