import { DateTime } from 'luxon'
import { type Day, parseDay } from '../calendar/day.ts'
import { toNoon } from '../calendar/noon.ts'
import { compareCodePoints } from '../markup/compare.ts'
import type { Post, PostId } from '../posts/post.ts'
import { hash } from '../short-hash.ts'

export interface EntryDates {
  /** Absent where nothing tells the day. */
  readonly published: Date | undefined
  /** The owner's `updated`, else `published`. Formats and readers need one, so a post without a day gets what it can. */
  readonly updated: Date
}

/**
 * Gives every post the instants that feeds tell.
 *
 * A day is written as noon in the site's time zone, and some seconds of the hour after it that follow from the post's id:
 * readers sort by instants, and no two should be equal. Counting the posts of a day would do that too, but a post that an
 * import adds to an old day would then move its neighbours, and change feeds that it doesn't belong to.
 *
 * A post that has only a bound is given the bound, one that has nothing a day before there were blogs: nobody takes it for
 * the truth, and it sorts last. Left out, many readers would show the moment when they first saw the entry.
 */
export function createEntryDates(posts: readonly Post[], timeZone: string): (post: Post) => EntryDates {
  const taken = new Set<number>()
  const take = (wanted: number): number => {
    let second = wanted
    while (taken.has(second)) second++
    taken.add(second)
    return second
  }
  const byId = [...posts].sort((a, b) => compareCodePoints(a.id, b.id))
  const published = new Map(byId.map((post) => [post.id, take(publishedSecond(post, timeZone))]))
  const dates = new Map<PostId, EntryDates>()
  for (const post of byId) {
    const first = published.get(post.id)!
    const changed = updatedSecond(post, timeZone)
    const isKnown = post.date !== undefined && post.date.kind !== 'bounded'
    dates.set(post.id, {
      published: isKnown ? toDate(first) : undefined,
      updated: toDate(changed === undefined || changed <= first ? first : take(changed)),
    })
  }
  return (post) => dates.get(post.id)!
}

/** The W3C's validator calls all that is before 1990 implausible, in whatever time zone. */
const undatedDay = parseDay('1990-01-02')!

function publishedSecond({ id, date }: Post, timeZone: string): number {
  const instant = date?.kind === 'stated' ? date.instant : undefined
  return instant === undefined
    ? noonSecond(date?.day ?? undatedDay, id, timeZone)
    : Math.floor(DateTime.fromISO(instant, { zone: timeZone }).toSeconds())
}

/** @returns `undefined` where the owner declares no change, or none that is a time. */
function updatedSecond({ id, updated }: Post, timeZone: string): number | undefined {
  if (updated === undefined) return undefined
  const day = parseDay(updated)
  if (day !== undefined) return noonSecond(day, id, timeZone)
  const instant = DateTime.fromISO(updated, { zone: timeZone })
  return instant.isValid ? Math.floor(instant.toSeconds()) : undefined
}

/** The second of the hour after noon that follows from a post's id. */
const noonSecond = (day: Day, id: PostId, timeZone: string): number => toNoon(day, timeZone) + secondOfHour(id)

const secondOfHour = (id: PostId): number => Number.parseInt(hash('sha256', id, 'hex').slice(0, 8), 16) % 3600

const toDate = (second: number): Date => new Date(second * 1000)
