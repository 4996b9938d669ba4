/**
 * Whether both titles hold numbers, and not the same ones: "Version 3.1.5 is out" and "Version 3.3.1 is out", the accounts of 2023 and
 * of 2024. Such posts are issues of a series, however alike their texts.
 */
export function haveOtherNumbers(a: string, b: string): boolean {
  const [left, right] = [listNumbers(a), listNumbers(b)]
  return left.length > 0 && right.length > 0 && left.join(' ') !== right.join(' ')
}

/** Whether two titles both name years, and none that is the same: editions of what comes back every year. */
export const haveOtherYears = (left: TitledYears, right: TitledYears): boolean =>
  left.length > 0 && right.length > 0 && !left.some((year) => right.includes(year))

/** The years that a title names. */
export type TitledYears = readonly string[]

export const listYears = (title: string): TitledYears => title.match(/(?<![\d.])(?:19|20)\d\d(?![\d.]*\d)/g) ?? []

/** `3.1.5` and `2.0-rc1` are one number each; `7 500` and `7.500` are the same. */
const listNumbers = (title: string): readonly string[] =>
  (title.toLowerCase().match(number) ?? []).map((found) => found.replace(thousands, '$1')).sort()

const number = /\d[\p{L}\d]*(?:[ .,’'\u00a0\u202f]\d{3}(?![\p{L}\d])|[.-]\p{L}*\d[\p{L}\d]*)*/gu
const thousands = /(?<=\d)[ .,’'\u00a0\u202f](\d{3})(?!\d)/g
