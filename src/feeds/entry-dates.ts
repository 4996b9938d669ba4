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
  const published = shareOut(posts.map((post) => [post.id, publishedSecond(post, timeZone)]))
  const updated = new Map<PostId, number>()
  const taken = new Set(published.values())
  for (const post of posts.filter((each) => each.updated !== undefined).sort(byId)) {
    let second = updatedSecond(post, timeZone) ?? Number.NEGATIVE_INFINITY
    if (second <= published.get(post.id)!) continue
    while (taken.has(second)) second++
    taken.add(second)
    updated.set(post.id, second)
  }
  return ({ id, date }) => {
    const first = published.get(id)!
    const isKnown = date !== undefined && date.kind !== 'bounded'
    return { published: isKnown ? toDate(first) : undefined, updated: toDate(updated.get(id) ?? first) }
  }
}

const byId = (a: Post, b: Post): number => compareCodePoints(a.id, b.id)

/**
 * Gives every post the second that it wants or the next free one, as if they were asked in the order of their ids.
 *
 * Without sorting: whoever comes to a second that a later id has takes it, and that one goes on.
 *
 * @see Amble and Knuth, Ordered hash tables, The Computer Journal 17 (1974)
 */
function shareOut(wanted: readonly (readonly [PostId, number])[]): ReadonlyMap<PostId, number> {
  const owners = new Map<number, PostId>()
  for (const [newcomer, first] of wanted) {
    let id = newcomer
    let second = first
    for (let owner = owners.get(second); owner !== undefined; owner = owners.get(++second)) {
      if (owner < id) continue
      owners.set(second, id)
      id = owner
    }
    owners.set(second, id)
  }
  return new Map(Array.from(owners, ([second, id]) => [id, second]))
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
