import { toDay } from '../../calendar/day.ts'
import { type BlogMoment, findFeedMoment } from '../feed/feed-moment.ts'
import { findWrittenMoment } from '../written-moment.ts'
import { findText, type XmlElement } from '../xml/xml-element.ts'

/**
 * When a post appeared, on the clock of its blog: a blog of Montréal that moves to a site in Paris would otherwise show its
 * evenings' posts under the next day.
 *
 * @param timeZone - The site's.
 */
export function findPublished(item: XmlElement, timeZone: string | undefined): BlogMoment | undefined {
  const local = findClock(item, 'wp:post_date')
  const utc = findClock(item, 'wp:post_date_gmt')
  // Drafts have a local time only.
  const inZone = findWrittenMoment(utc === undefined ? (local ?? '') : `${utc}Z`, timeZone)
  const shown = local === undefined ? inZone : findWrittenMoment(local, undefined)
  if (shown === undefined) return findFeedMoment(findText(item, 'pubDate'), timeZone)
  const instant = inZone?.instant
  return { stated: { ...shown, instant }, utc: instant ?? shown.day }
}

/** When a post was last changed, where that was after it appeared. */
export function findUpdated(item: XmlElement): string | undefined {
  const changed = findClock(item, 'wp:post_modified_gmt')
  const appeared = findClock(item, 'wp:post_date_gmt')
  if (changed === undefined || appeared === undefined || changed <= appeared) return undefined
  return findWrittenMoment(`${changed}Z`, undefined)?.instant
}

/** An instant in UTC (ISO 8601), or the day on the blog's clock where that is all there is. */
export function findMoment(
  element: XmlElement,
  names: { readonly local: string; readonly utc: string },
): string | undefined {
  const utc = findClock(element, names.utc)
  const instant = utc && findWrittenMoment(`${utc}Z`, undefined)?.instant
  return instant ?? findWrittenMoment(findClock(element, names.local) ?? '', undefined)?.day
}

/** `2012-05-06 23:40:00`; `undefined` for the zeros of posts that have no date yet. */
function findClock(item: XmlElement, name: string): string | undefined {
  const text = findText(item, name)
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text ?? '') ?? []
  return toDay(Number(year), Number(month), Number(day)) === undefined || year === '0000' ? undefined : text
}
