import { DateTime } from 'luxon'
import { type Day, toDay } from '../calendar/day.ts'
import { findStatedDate } from '../calendar/stated-date.ts'
import type { StatedDate } from './archived-article.ts'
import { foldPhrase } from './fold-text.ts'
import type { DateReading } from './line-kinds.ts'
import type { PageLine } from './page-lines.ts'
import type { PostLines } from './post-lines.ts'

export interface PostDateReading extends DateReading {
  /** Zone of the clock that a time beside a date was read from; without it, times are left out. */
  readonly timeZone?: string | undefined
  /** Each date stands over the posts of its day, so a post without one is of the same day as the post before. */
  readonly hasDateAbove: boolean
}

/** When each post of a page was published, by the lines around it that tell of it. */
export function findPostDates(
  posts: readonly PostLines[],
  reading: PostDateReading,
): readonly (StatedDate | undefined)[] {
  let lastAbove: StatedDate | undefined
  return posts.map(({ titles, meta }) => {
    const found = findPostDate(meta, reading)
    if (!found) return reading.hasDateAbove ? lastAbove : undefined
    const isAbove = titles[0] !== undefined && found.line.number < titles[0].number
    lastAbove = isAbove ? { day: found.stated.day, words: found.stated.words } : undefined
    return found.stated
  })
}

/** "Updated on …" tells when a post was changed, not when it was published. */
const tellsChange = /\b(?:mis a jour|modifie|updated|modified|actualizad|aktualisiert|geandert|aggiornat|atualizad)/
const datePath = /\/((?:19|20)\d\d)\/(\d\d?)\/(\d\d?)(?:\/|$)/

/** The first line that states a date is believed. */
function findPostDate(
  meta: readonly PageLine[],
  reading: PostDateReading,
): { readonly stated: StatedDate; readonly line: PageLine } | undefined {
  for (const line of meta) {
    if (line.kind !== 'date' && line.kind !== 'filed' && line.kind !== 'address') continue
    if (tellsChange.test(foldPhrase(line.text))) continue
    const stated = line.kind === 'address' ? findDateInAddress(line.text) : findDateInText(line.text, reading)
    if (stated) return { stated, line }
  }
  return undefined
}

function findDateInText(text: string, { language, numericOrder, timeZone }: PostDateReading): StatedDate | undefined {
  const found = findStatedDate(text, language, numericOrder)
  return found && { day: found.day, words: found.words, instant: toInstant(found.day, found.time, timeZone) }
}

function toInstant(day: Day, time: string | undefined, timeZone: string | undefined): string | undefined {
  if (time === undefined || timeZone === undefined) return undefined
  const moment = DateTime.fromISO(`${day}T${time}`, { zone: timeZone })
  return moment.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined
}

function findDateInAddress(url: string): StatedDate | undefined {
  const path = datePath.exec(url)
  const day = path && toDay(Number(path[1]), Number(path[2]), Number(path[3]))
  return day ? { day, words: url } : undefined
}
