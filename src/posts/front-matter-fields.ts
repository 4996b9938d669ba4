import { shorten, TagArchiveError } from '../errors.ts'
import type { FrontMatter, FrontMatterValue } from './front-matter.ts'

/** Front matter whose values are asked for by key and type; a value of another type is an error that names file and key. */
export interface FrontMatterFields {
  /** Of all values, known or not. */
  readonly keys: readonly string[]
  /** `undefined` for a key that is absent, null or empty. */
  text(key: string): string | undefined
  /** False for a key that is absent. */
  flag(key: string): boolean
  /** A list; a single text counts as a list of one. */
  list(key: string): readonly string[]
  /** The keys below a key. */
  map(key: string): FrontMatterFields | undefined
  /** The error for a value that the caller can't use. */
  invalid(key: string, expected: string): TagArchiveError
}

export function toFields(values: FrontMatter, path: string, parent = ''): FrontMatterFields {
  const invalid = (key: string, expected: string) =>
    new TagArchiveError('FRONT_MATTER_VALUE', {
      problem: `${path}: "${parent}${key}" is ${values.has(key) ? shorten(toPlain(values.get(key))) : 'missing'}.`,
      remedy: values.has(key) ? `Write ${expected}, or remove the key.` : `Add ${expected}.`,
    })
  const text = (key: string): string | undefined => {
    const value = values.get(key)
    if (value === undefined || value === '') return undefined
    if (typeof value !== 'string') throw invalid(key, 'a text')
    return value
  }
  return {
    keys: [...values.keys()],
    invalid,
    text,
    flag: (key) => {
      const value = text(key)
      if (value !== undefined && value !== 'true' && value !== 'false') throw invalid(key, 'true or false')
      return value === 'true'
    },
    list: (key) => {
      const value = values.get(key)
      if (value === undefined || value === '') return []
      const items: readonly FrontMatterValue[] = Array.isArray(value) ? value : [value]
      if (!items.every((item) => typeof item === 'string')) throw invalid(key, 'a list of texts, such as [a, b]')
      return items.filter((item) => item.trim() !== '')
    },
    map: (key) => {
      const value = values.get(key)
      if (value === undefined || value === '') return undefined
      if (!(value instanceof Map)) throw invalid(key, 'keys and values, such as { file: archive.txt, position: 1 }')
      return toFields(value, path, `${parent}${key}.`)
    },
  }
}

const toPlain = (value: FrontMatterValue | undefined): unknown =>
  value instanceof Map ? Object.fromEntries(Array.from(value, ([key, inner]) => [key, toPlain(inner)])) : value
