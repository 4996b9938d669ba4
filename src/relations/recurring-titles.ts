import { isDateWord } from './facts.ts'
import { Signer } from './signature.ts'
import { tokenise, tokenKind } from './tokens.ts'

export interface Columns {
  /** The title is that of a column. */
  readonly isColumn: (place: number) => boolean
  /** The titles differ in their numbers, months and weekdays only. */
  readonly areOneSeries: (a: number, b: number) => boolean
}

/** Articles of one title, numbers and dates aside, that make it the name of a column. */
const columnSize = 3

/**
 * Finds titles of series: "News in brief", "Fuel prices, week 12", "Version 8.5 is out", "Goals of September". Pieces of a series share their
 * title by habit, so it tells nothing about a story.
 */
export function findColumns(skeletons: readonly number[]): Columns {
  const sizes = new Map<number, number>()
  for (const skeleton of skeletons) sizes.set(skeleton, (sizes.get(skeleton) ?? 0) + 1)
  const isColumn = skeletons.map((skeleton) => sizes.get(skeleton)! >= columnSize)
  return {
    isColumn: (place) => isColumn[place]!,
    areOneSeries: (a, b) => skeletons[a] === skeletons[b],
  }
}

/** The same number for titles that are the same without their numbers, months and weekdays. */
export function toSkeleton(title: string): number {
  const { hashes, kinds } = tokenise(title)
  return new Signer().addAll(hashes.filter((hash, at) => !(kinds[at]! & tokenKind.number) && !isDateWord(hash))).number
}
