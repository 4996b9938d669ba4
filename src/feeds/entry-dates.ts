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
  const published = share(posts.map((post) => ({ id: post.id, second: publishedSecond(post, timeZone) })))
  const changes = posts.flatMap((post) => {
    const second = updatedSecond(post, timeZone)
    return second !== undefined && second > published.get(post.id)! ? [{ id: post.id, second }] : []
  })
  const updated = shareBeside(published, changes)
  return ({ id, date }) => {
    const first = published.get(id)!
    const isKnown = date !== undefined && date.kind !== 'bounded'
    return { published: isKnown ? toDate(first) : undefined, updated: toDate(updated.get(id) ?? first) }
  }
}

/** A second that a post should have. */
interface Wish {
  readonly id: PostId
  readonly second: number
}

/** Gives each post the second that it wants or the next free one, in the order of their ids. */
function share(wishes: readonly Wish[]): ReadonlyMap<PostId, number> {
  const inTime = wishes.toSorted((a, b) => a.second - b.second)
  const given = new Map<PostId, number>()
  for (let start = 0, end = 0; start < inTime.length; start = end) {
    const { id, second } = inTime[start]!
    // So many posts take as many seconds: only who wants one of these is in their way. Nearly always that is nobody.
    for (end = start + 1; end < inTime.length && inTime[end]!.second < second + end - start; ) end++
    if (end === start + 1) given.set(id, second)
    else for (const [each, of] of shareBeside(new Map(), inTime.slice(start, end))) given.set(each, of)
  }
  return given
}

/** The same for posts of which all may be in the way of each other, and of others that have theirs. */
function shareBeside(taken: ReadonlyMap<PostId, number>, wishes: readonly Wish[]): ReadonlyMap<PostId, number> {
  if (wishes.length === 0) return new Map()
  const free = new FreeSeconds()
  for (const second of taken.values()) free.take(second)
  const byId = wishes.toSorted((a, b) => compareCodePoints(a.id, b.id))
  return new Map(byId.map(({ id, second }) => [id, free.take(second)]))
}

/** Seconds that nobody has yet. Thousands may want the same one: posts without a date, or imported at one moment. */
class FreeSeconds {
  /** By second that somebody has: one from which on to look. */
  readonly #later = new Map<number, number>()

  /** Gives the second that is wanted, or the next free one. */
  take(wanted: number): number {
    const passed: number[] = []
    let second = wanted
    for (let later = this.#later.get(second); later !== undefined; later = this.#later.get(second)) {
      passed.push(second)
      second = later
    }
    for (const each of [...passed, second]) this.#later.set(each, second + 1)
    return second
  }
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
