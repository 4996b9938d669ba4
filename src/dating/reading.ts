import type { NamedTime } from './mention.ts'

/** Words that name a time, before their role is known. */
export interface Reading {
  readonly first: number
  readonly last: number
  readonly time: NamedTime
  readonly daysAgo?: number | undefined
  /** "dernier", "next": the word itself says on which side of the writing it lies. */
  readonly side?: 'before' | 'after' | undefined
  /** A year in parentheses, as books and films have it: always of the past. */
  readonly isAside?: boolean | undefined
}
