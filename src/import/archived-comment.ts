import { toLine } from './xml/html-line.ts'

/** What a reader of the old blog wrote under an article. Nothing of how to reach that person is kept. */
export interface ArchivedComment {
  /** As the source names it; unique among the comments of one article. */
  readonly id: string
  /** Id of the comment that it answers. */
  readonly parent?: string | undefined
  /** The name that its writer gave; absent where there was none. */
  readonly author?: string | undefined
  /** Instant (ISO 8601 in UTC), or day where no time is known. */
  readonly date?: string | undefined
  /** Markdown. */
  readonly body: string
}

/** The name that a comment's writer gave: of a mail address what stands before the @, of a machine's address nothing. */
export function toCommenter(name: string | undefined): string | undefined {
  const line = toLine(name ?? '')
  const shown = /^\d{1,3}(?:\.\d{1,3}){3}$|^[\da-f]*:[\da-f:]+$/i.test(line)
    ? ''
    : line.replace(/([^\s@]+)@[^\s@]+\.[^\s@]+/g, '$1')
  return shown.trim() || undefined
}

/** The comments of two prints of one article, each once. */
export function mergeComments(
  first: readonly ArchivedComment[] | undefined,
  second: readonly ArchivedComment[] | undefined,
): readonly ArchivedComment[] | undefined {
  if (first === undefined || second === undefined) return first ?? second
  const known = new Set(first.map(({ id }) => id))
  return [...first, ...second.filter(({ id }) => !known.has(id))]
}
