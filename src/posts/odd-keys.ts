import type { Problem } from '../errors.ts'
import { countEdits } from '../nearest-name.ts'
import type { FrontMatterFields } from './front-matter-fields.ts'

const knownKeys = [
  'id',
  'title',
  'slug',
  'date',
  'dateEarliest',
  'dateLatest',
  'dateEvidence',
  'tags',
  'lang',
  'source',
  'guid',
  'duplicateOf',
  'followUpTo',
  'notRelatedTo',
  'feedId',
  'draft',
  'truncated',
  'permalink',
  'updated',
  'author',
  'description',
  'keep',
] as const

/** A key that does nothing, and the one that its owner most likely meant. */
export interface OddKey {
  readonly key: string
  readonly meant: (typeof knownKeys)[number]
}

/**
 * Whether a post is held back: by `draft`, by Jekyll's `published: false`, or by a slip of the pen in `draft`, for nothing may be
 * published by accident.
 */
export const readDraft = (fields: FrontMatterFields, oddKeys: readonly OddKey[]): boolean =>
  fields.flag('draft') ||
  isNo(fields.text('published')) ||
  oddKeys.some(({ key, meant }) => meant === 'draft' && !isNo(fields.text(key) ?? 'no'))

/** As one YAML or another writes it. */
const isNo = (text: string | undefined): boolean => text !== undefined && /^(?:false|no|off|n|0)$/i.test(text)

export const toKeyProblems = (oddKeys: readonly OddKey[], path: string): readonly Problem[] =>
  oddKeys.map(({ key, meant }) => ({
    code: 'KEY_UNKNOWN',
    message: `${path}: the key "${key}" says nothing here${meant === 'draft' ? ', but the post is held back unless it is false' : ''}.`,
    remedy: `Did you mean "${meant}"?`,
    source: { file: path },
    severity: 'doubt',
  }))

/** Keys that are nearly one of ours. All others are the owner's own. */
export const findOddKeys = ({ keys }: FrontMatterFields): readonly OddKey[] =>
  keys.flatMap((key) => {
    if (knownKeys.some((known) => known === key)) return []
    const meant = knownKeys.find((known) => isNear(key, known))
    return meant === undefined ? [] : [{ key, meant }]
  })

/** But for case, or for one letter of a name that isn't short. */
const isNear = (key: string, known: string): boolean =>
  key.toLowerCase() === known.toLowerCase() ||
  (known.length > 4 && Math.abs(key.length - known.length) <= 1 && countEdits(key, known) === 1)
