import type { Problem, SourcePlace } from '../errors.ts'

/** A post of an export that was not for everyone's eyes, or none of the blog's articles. */
export interface PostLeftOut {
  readonly code: 'PAGE_LEFT_OUT' | 'PRIVATE_LEFT_OUT'
  readonly title: string
  /** Why it was left out: `was private`, `is a page of the site`. */
  readonly refusal: string
  readonly lines?: SourcePlace['lines']
}

export const toPostLeftOut = (file: string, { code, title, refusal, lines }: PostLeftOut): Problem => ({
  code,
  message: `"${title}" of ${file} ${refusal}, and was left out.`,
  remedy:
    code === 'PAGE_LEFT_OUT'
      ? 'Import with --pages to have pages too, each at its old address.'
      : 'Write it as a file of the posts folder if it is to be public.',
  source: { file, ...(lines === undefined ? {} : { lines }) },
  severity: 'loss',
})
