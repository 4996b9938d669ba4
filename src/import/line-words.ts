import { foldPhrase } from './fold-text.ts'
import type { PageLine } from './page-lines.ts'

/** Enough of a paragraph to tell what it is about. */
const readLength = 500

/** For each line, the words of four letters or more that its beginning holds, folded. */
export const toLineWords = (lines: readonly PageLine[]): readonly ReadonlySet<string>[] =>
  lines.map(({ text }) => new Set(foldPhrase(text.slice(0, readLength)).match(/[\p{L}\p{N}]{4,}/gu) ?? []))
