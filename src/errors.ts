/** Where something was found: a file, and lines or an address in it when they are known. */
export interface SourcePlace {
  /** Path as the user gave it, or relative to the folder that he gave. `/` between parts on every machine. */
  readonly file: string
  /** First and last line, both counted from 1, inclusive. */
  readonly lines?: { readonly first: number; readonly last: number } | undefined
  /** Address of the article on the old blog. */
  readonly url?: string | undefined
}

/** Something that was left out or is doubtful, told to the user at the end of the work instead of stopping it. */
export interface Problem {
  /** Never changes once published: scripts match on it. UPPER_SNAKE_CASE. */
  readonly code: string
  /** What happened and where, as one sentence. */
  readonly message: string
  /** What the user can do about it, as one sentence. */
  readonly remedy: string
  readonly source?: SourcePlace | undefined
  /** `loss`: something was left out (exit code 1). `doubt`: all is there, but a person should look. */
  readonly severity: 'loss' | 'doubt'
}

/** An error that the user can mend. Everything else that is thrown is a bug of ours. */
export class TagArchiveError extends Error {
  /** Never changes once published: scripts match on it. */
  readonly code: string
  /** What happened and where. */
  readonly problem: string
  /** What to do about it. */
  readonly remedy: string

  constructor(code: string, told: { problem: string; remedy: string; cause?: unknown }) {
    super(`${told.problem} ${told.remedy}`, told.cause === undefined ? undefined : { cause: told.cause })
    this.name = 'TagArchiveError'
    this.code = code
    this.problem = told.problem
    this.remedy = told.remedy
  }
}

/** Ends a `switch` over a union: a kind that was forgotten fails to compile here. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}

/** The first of some names, and how many more there are: "a, b and 7 more". */
export function listSome(names: readonly string[], most = 5): string {
  const rest = names.length - most
  return `${names.slice(0, most).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** A value as an error message shows it: quoted, on one line, at most 60 characters. */
export function shorten(value: unknown): string {
  const text = (typeof value === 'string' ? JSON.stringify(value) : String(JSON.stringify(value) ?? value)).replace(
    /\s+/g,
    ' ',
  )
  return text.length <= 60 ? text : `${text.slice(0, 57)}…${text.startsWith('"') ? '"' : ''}`
}

/** What an error says, of whatever kind it is: `ENOSPC: no space left on device, write` */
export const toReason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A message for a terminal, which obeys control characters: what a message quotes may hold any. */
export const withoutControls = (message: string): string => message.replace(/\p{Cc}+/gu, ' ')
