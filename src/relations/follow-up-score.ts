import type { SharedTerms } from './compare-terms.ts'

export interface FollowUpSetting {
  /** Days between the two. */
  readonly days: number | undefined
  /** See `TermVectors`. */
  readonly subjectShare: number
  /** The later one refers to the earlier one at its start, by a link. */
  readonly isReference: boolean
}

/** Days that are assumed between two posts where a date is missing. */
const unknownDays = 60

/**
 * How sure it is that the later of two pieces continues the story of the earlier one. 0–1.
 *
 * Four things speak, each in the words of an editor: both pieces dwell on the same names and terms; these stand in the titles and
 * openings; either title is about something that the other piece has too; and not much time lies between. A cosine
 * with decay over time alone, as first tried, takes "two hurricanes of one autumn" and "two candidates give up" for stories.
 * The weights come from a logistic regression on the labelled development sets; docs/relations.md has figures for each part,
 * and for weights that were fitted on one language and judged on another.
 */
export function scoreFollowUp(
  { cosine, foreground, titleShares }: SharedTerms,
  { days, subjectShare, isReference }: FollowUpSetting,
): number {
  const weeks = Math.max(0, days ?? unknownDays) / 7
  const sum =
    -6 +
    8 * cosine +
    1.6 * Math.log(1 + foreground) +
    3.5 * (titleShares[0] + titleShares[1]) -
    0.9 * Math.log(1 + weeks) -
    Math.log(1 - 0.95 * subjectShare ** 4) +
    (isReference ? 4 : 0)
  return 1 / (1 + Math.exp(-sum))
}
