import { type Language, languages } from '../calendar/language.ts'
import type { ArchiveHeading } from './archived-article.ts'
import { findTrailEnd } from './breadcrumb.ts'
import { foldPhrase } from './fold-text.ts'
import { dateHeadings, type HeadingKind, headingPhrases, quotedHeadings } from './phrases/heading.ts'

export interface RecognisedHeading extends ArchiveHeading {
  readonly language: Language
  /** Nothing but a heading: by its words ("Archives for the tag"), where a bare label ("Tag:") could be a post's, or by its place. */
  readonly isExplicit: boolean
}

const kinds: readonly HeadingKind[] = ['tag', 'category', 'date', 'author', 'search']

const compiled = languages.flatMap((language) =>
  kinds.flatMap((kind) => {
    const { explicit, label } = headingPhrases[language]
    const patterns: { language: Language; kind: HeadingKind; isExplicit: boolean; pattern: RegExp }[] = []
    if (explicit[kind])
      patterns.push({
        language,
        kind,
        isExplicit: true,
        pattern: new RegExp(`^(?:${explicit[kind]})(?: ?: ?| (?=\\S)|(?=["'“«‹„‚]))`),
      })
    if (label[kind])
      patterns.push({ language, kind, isExplicit: false, pattern: new RegExp(`^(?:${label[kind]}) ?: ?`) })
    return patterns
  }),
)

/** Most lines are no heading: one look tells it. */
const anyHeading = new RegExp(
  [
    ...compiled.map(({ pattern }) => pattern),
    ...quotedHeadings.map(([, pattern]) => pattern),
    ...Object.values(dateHeadings),
  ]
    .map(({ source }) => source)
    .join('|'),
)

/**
 * What a line says as the heading of a tag, category, date, author or search archive in any of the six languages.
 *
 * @returns `undefined` where it is no heading. The name is spelled as in the line, without quotes.
 */
export function findHeading(line: string): RecognisedHeading | undefined {
  if (line.length > 200) return undefined
  const folded = foldPhrase(line)
  const trail = findTrailEnd(line, folded)
  if (trail) return findHeading(trail.name) ?? toTrailHeading(trail)
  if (!anyHeading.test(folded)) return undefined
  return findExplicit(line, folded) ?? findDateHeading(line, folded) ?? findBefore(line, folded, false)
}

/** A trail doesn't say what it ends in: a period shows it by its year, and tags are many more than categories. */
const toTrailHeading = ({ name, language }: { name: string; language: Language }): RecognisedHeading | undefined =>
  toHeading(/^(?:\p{L}+ )?(?:19|20)\d\d$/u.test(name) ? 'date' : 'tag', name, language, true)

const findExplicit = (line: string, folded: string): RecognisedHeading | undefined =>
  findCircumfix(line, folded) ?? findBefore(line, folded, true)

function findCircumfix(line: string, folded: string): RecognisedHeading | undefined {
  for (const [kind, pattern] of quotedHeadings) {
    const quoted = pattern.exec(folded)?.[1]
    if (quoted === undefined) continue
    const start = folded.indexOf(quoted)
    return toHeading(kind, line.slice(start, start + quoted.length), 'en', true)
  }
  return undefined
}

function findBefore(line: string, folded: string, isExplicit: boolean): RecognisedHeading | undefined {
  for (const phrase of compiled) {
    if (phrase.isExplicit !== isExplicit) continue
    const before = phrase.pattern.exec(folded)?.[0]
    if (before === undefined) continue
    const found = toHeading(phrase.kind, line.slice(before.length), phrase.language, isExplicit)
    if (found) return found
  }
  return undefined
}

function findDateHeading(line: string, folded: string): RecognisedHeading | undefined {
  for (const language of languages) {
    const before = dateHeadings[language].exec(folded)?.[0]
    if (before !== undefined) return toHeading('date', line.slice(before.length), language, true)
  }
  return undefined
}

function toHeading(
  kind: HeadingKind,
  name: string,
  language: Language,
  isExplicit: boolean,
): RecognisedHeading | undefined {
  const bare = unquote(name.trim().replace(showAll, ''))
  const isSentence = /[.…]$/.test(bare) && bare.length > 40
  if (bare === '' || bare.length > 100 || isSentence) return undefined
  return { kind, name: bare, language, isExplicit }
}

/** Blogger adds a link to the name: "Showing posts with label X. Show all posts". */
const showAll = /\.\s+(?:show all|afficher tous|mostrar tod|alle posts|mostra tutti)[^.]{0,30}$/i

const openQuotes = '"\'“”«»‹›„‚‘’‟'

function unquote(name: string): string {
  const first = name.charAt(0)
  const last = name.charAt(name.length - 1)
  const isQuoted = name.length > 2 && openQuotes.includes(first) && openQuotes.includes(last)
  return isQuoted ? name.slice(1, -1).trim() : name
}
