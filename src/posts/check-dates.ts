import { toDayNumber } from '../calendar/day.ts'
import { listSome, type Problem } from '../errors.ts'
import { withoutFuturePosts } from './future-posts.ts'
import type { PostFile } from './post-file.ts'

/** The day that it is. */
export interface Clock {
  readonly now: Date
  /** IANA. */
  readonly timeZone: string
}

/** Dates of published posts that a reader would take for more than they are: none, worked out, or still to come. */
export function checkDates(files: readonly PostFile[], clock: Clock): readonly Problem[] {
  const published = files.filter(({ post }) => !post.isDraft)
  const past = new Set(
    withoutFuturePosts(
      published.map(({ post }) => post),
      clock,
    ),
  )
  return [
    ...findUndated(files),
    ...toProblems(
      published.filter(({ post }) => !past.has(post)),
      {
        code: 'DATE_IN_FUTURE',
        what: 'dated in the future',
        remedy: "Mend the date, or let them wait for their day: the option futurePosts: 'wait'.",
      },
    ),
    ...toProblems(
      published.filter(({ post }) => post.date?.kind === 'bounded'),
      {
        code: 'DATE_BOUNDED',
        what: 'known to be of a day or later, or of a day or earlier, and no more',
        remedy: settleRemedy,
      },
    ),
    ...toProblems(findVague(published), {
      code: 'DATE_ESTIMATED',
      what: 'dated by an estimate of more than a month',
      remedy: settleRemedy,
    }),
  ]
}

const settleRemedy =
  'Write "date" where you know it, and take out "dateEarliest", "dateLatest" and "dateEvidence"; pages say how sure it is.'

/** More than a reader would look past, in days. */
const vagueDays = 31

/** The least certain first. */
function findVague(files: readonly PostFile[]): readonly PostFile[] {
  const daysOf = ({ post: { date } }: PostFile): number =>
    date?.kind === 'inferred' ? toDayNumber(date.latest) - toDayNumber(date.earliest) : 0
  return files.filter((file) => daysOf(file) > vagueDays).toSorted((a, b) => daysOf(b) - daysOf(a))
}

function findUndated(files: readonly PostFile[]): readonly Problem[] {
  const undated = files.filter(({ post }) => post.date === undefined)
  if (undated.length === 0) return []
  const names = listSome(undated.map(({ path }) => path))
  return [
    {
      code: 'UNDATED',
      message: `${undated.length} ${undated.length === 1 ? 'post has' : 'posts have'} no date: ${names}.`,
      remedy: 'Add "date" where you know it; the others stand on the page of undated posts.',
      severity: 'doubt',
    },
  ]
}

function toProblems(
  files: readonly PostFile[],
  { code, what, remedy }: { readonly code: string; readonly what: string; readonly remedy: string },
): readonly Problem[] {
  const [first] = files
  if (first === undefined) return []
  const names = listSome(files.map(({ path }) => path))
  const message = `${files.length} ${files.length === 1 ? 'post is' : 'posts are'} ${what}: ${names}.`
  return [{ code, message, remedy, source: { file: first.path }, severity: 'doubt' }]
}
