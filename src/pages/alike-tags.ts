import type { Problem } from '../errors.ts'
import { compareCodePoints } from '../markup/compare.ts'
import type { Tag } from './tag-index.ts'

/** Two tags whose names are so near that they may be one. */
export interface AlikeTags {
  readonly rarer: Tag
  /** On as many posts or more. */
  readonly other: Tag
}

/** In a shorter name one letter more or less makes another word: Iran, Irak. */
const fewestLetters = 7
/** A slip of the pen happens now and then; two names that are both used often are two tags. */
const slipShare = 0.2

/**
 * Pairs of tags that differ by singular and plural, or by one letter where one of the two is rare. Linear in the number of tags.
 * Only the owner knows whether they are one; nothing is done about them.
 */
export function findAlikeTags(tags: readonly Tag[]): readonly AlikeTags[] {
  const pairs = new Map<string, AlikeTags>()
  for (const near of groupByForms(tags)) {
    for (const [at, a] of near.entries()) {
      for (const b of near.slice(at + 1)) {
        const pair = toPair(a, b)
        if (areAlike(pair)) pairs.set(`${pair.rarer.key}\0${pair.other.key}`, pair)
      }
    }
  }
  return Array.from(pairs.values()).sort(
    (a, b) => b.rarer.posts.length - a.rarer.posts.length || compareCodePoints(a.rarer.key, b.rarer.key),
  )
}

/** One for each pair, with the line that makes them one. */
export const toAlikeProblems = (pairs: readonly AlikeTags[]): readonly Problem[] =>
  pairs.map(({ rarer, other }) => ({
    code: 'TAGS_ALIKE',
    message: `The tags "${rarer.name}" (${rarer.posts.length}) and "${other.name}" (${other.posts.length}) look alike.`,
    remedy: `If they are one, write into tagNames: aliases: { ${JSON.stringify(rarer.name)}: ${JSON.stringify(other.name)} }.`,
    severity: 'doubt',
  }))

const toPair = (a: Tag, b: Tag): AlikeTags => {
  const isRarer = a.posts.length - b.posts.length || compareCodePoints(a.key, b.key)
  return isRarer <= 0 ? { rarer: a, other: b } : { rarer: b, other: a }
}

/** Tags that one of the forms below brings together. Two words one letter apart become one word, without that letter. */
function groupByForms(tags: readonly Tag[]): readonly (readonly Tag[])[] {
  const groups = new Map<string, Tag[]>()
  for (const tag of tags) {
    for (const form of new Set([toSingular(tag.key), ...listShorter(tag.key)])) {
      const group = groups.get(form)
      if (group === undefined) groups.set(form, [tag])
      else group.push(tag)
    }
  }
  return Array.from(groups.values()).filter(({ length }) => length > 1)
}

function areAlike({ rarer, other }: AlikeTags): boolean {
  if (toSingular(rarer.key) === toSingular(other.key)) return true
  if (rarer.posts.length > slipShare * other.posts.length || digitsOf(rarer.key) !== digitsOf(other.key)) return false
  return Math.min(rarer.key.length, other.key.length) >= fewestLetters && isOneEditApart(rarer.key, other.key)
}

const digitsOf = (key: string): string => key.replace(/\D/g, '')

/** "Élections" and "journaux" as "élection" and "journal"; a folded name has no spaces, so only its end is looked at. */
const toSingular = (key: string): string =>
  key.length < 5 ? key : key.replace(/aux$/, 'al').replace(/ies$/, 'y').replace(/[sx]$/, '')

/** The name, and the name without one of its letters. */
const listShorter = (key: string): readonly string[] =>
  key.length < fewestLetters ? [key] : [key, ...Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1))]

/** By one letter put in, left out or replaced, or by two neighbours that changed places. */
function isOneEditApart(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (restA.length === 2 && restB.length === 2) return restA[0] === restB[1] && restA[1] === restB[0]
  return restA.length <= 1 && restB.length <= 1
}
