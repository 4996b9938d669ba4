/**
 * What themes print around posts, in six languages: regular expressions over `foldPhrase(line)`, which has no accents and
 * no capitals. `prefixes` begin such a line, `wholes` are all of it but for punctuation and arrows.
 *
 * All languages are tried on every line: an English theme around a French blog is common.
 */
export interface Phrases {
  readonly prefixes: readonly string[]
  readonly wholes: readonly string[]
}
