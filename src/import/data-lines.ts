import { findStatedDate } from '../calendar/stated-date.ts'
import { foldPhrase } from './fold-text.ts'
import { findCommon, isData, isShort, type Mark } from './line-mark.ts'
import type { PageLine } from './page-lines.ts'

const labelWords = `(?:${[
  "auteur|autrice|categories?|etiquettes?|auteur de l'article|date de (?:l'article|la publication)",
  'author|category|tags?|post (?:author|date)',
  'autor|categorias?|etiquetas?|autor de la entrada|fecha de la entrada',
  'kategorien?|schlagworter|beitragsautor|beitragsdatum',
  "autore|categori[ae]|etichette|autore (?:dell')?articolo|data (?:dell')?articolo",
  'autor do post|data do post',
].join('|')})`
const labelledLine = new RegExp(`^(${labelWords}) \\S`)
const bareLabel = new RegExp(`^${labelWords} ?:?$`)

/** "Author Ellen", "Categories Weather": labels without a colon, beside other data of a post. */
export const markLabelled: Mark = (lines) => {
  const labels = lines.map((line) => (isShort(line) ? labelledLine.exec(foldPhrase(line.text))?.[1] : undefined))
  const isCommon = findCommon(labels)
  const marked = [...lines]
  for (const [i, line] of lines.entries()) {
    const isBesideData = isData(marked[i - 1]) || isData(lines[i + 1])
    if (isBesideData && line.kind === 'text' && isCommon[i]) marked[i] = { ...line, kind: 'filed' }
  }
  return marked
}

/** "Tags" on a line of its own, at every post, and its value on the next. */
export const markLabelValues: Mark = (lines) => {
  const labels = lines.map(({ text }) => (text.length < 40 ? bareLabel.exec(foldPhrase(text))?.[0] : undefined))
  const isCommon = findCommon(labels)
  const marked = [...lines]
  for (const [i, { text }] of lines.entries()) {
    const value = lines[i + 1]
    if (!isCommon[i] || !value || !isShort(value)) continue
    marked[i] = { ...marked[i]!, kind: 'filed' }
    if (value.kind === 'text')
      marked[i + 1] = { ...value, kind: 'filed', meta: `${text.replace(/\s*:$/, '')}: ${value.text}` }
  }
  return marked
}

/** The same last word on so many of the lines that begin with a date: their author's name. */
const authorShare = 0.75

/** "June 3, 2014 Uncategorized Bread admin": date, category, tag and author run together, at every post. */
export const markRunTogether: Mark = (lines) => {
  const dated = lines.flatMap((line, at) =>
    line.kind === 'text' && isShort(line) && beginsWithDate(line.text) ? [at] : [],
  )
  const lastWords = dated.map((at) => lines[at]!.text.split(' ').at(-1)!)
  const counts = lastWords.map((word) => lastWords.filter((other) => other === word).length)
  if (dated.length < fewestBlocks || Math.max(...counts) < authorShare * dated.length) return lines
  const marked = [...lines]
  for (const at of dated) marked[at] = { ...lines[at]!, kind: 'date' }
  return marked
}

/** And goes on with words after it. */
function beginsWithDate(text: string): boolean {
  const found = /\d/.test(text) ? findStatedDate(text) : undefined
  return (
    found !== undefined && text.startsWith(found.words) && /^[ ·•|,–—-]+\p{L}/u.test(text.slice(found.words.length))
  )
}

/** In a block of data, at most so many of its bare names are met once on the page: titles hardly ever recur. */
const mostDistinctNames = 0.75
const fewestBlocks = 3

/** Bare names of categories and tags, in one block of lines with the date before them and other data after: a post's footer. */
export const markNamesInBlocks: Mark = (lines) => {
  const blocks = lines.flatMap((line, start) => (line.kind === 'date' ? [findNamesInBlock(lines, start)] : []))
  const names = blocks.flat()
  const distinct = new Set(names.map((at) => lines[at]!.folded)).size
  const isFooter = blocks.filter(({ length }) => length > 0).length >= fewestBlocks
  if (!isFooter || distinct > names.length * mostDistinctNames) return lines
  const marked = [...lines]
  for (const at of names) marked[at] = { ...lines[at]!, kind: 'filed' }
  return marked
}

/** Places of the short texts between a date and the last data of its block, without a blank line between them. */
function findNamesInBlock(lines: readonly PageLine[], start: number): readonly number[] {
  let end = start
  while (lines[end + 1]?.gap === 0 && (isData(lines[end + 1]) || isShort(lines[end + 1]))) end++
  while (end > start && !isData(lines[end])) end--
  return Array.from({ length: end - start }, (_, at) => start + 1 + at).filter((at) => lines[at]!.kind === 'text')
}

const personName =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|du|la|le|van|von|der|di|da|do|dos|del|y) )?\p{Lu}[\p{L}.'’-]*){0,3}(?<!\p{Ll}\.)$/u

/** What could be a name, on the line after a date or the like: its author, if it isn't a title. */
export const markNames: Mark = (lines) => {
  const names = lines.map(({ text, kind }, i) =>
    kind === 'text' && text.length < 40 && isData(lines[i - 1]) && personName.test(text) ? 'name' : undefined,
  )
  const isCommon = findCommon(names)
  return lines.map((line, i) => (isCommon[i] ? { ...line, kind: 'name' } : line))
}

/** A number alone under a date: how many comments there are. */
export const markCounts: Mark = (lines) => {
  const counts = lines.map(({ text }, i) => (/^\d{1,3}$/.test(text) && isData(lines[i - 1]) ? 'count' : undefined))
  const isCommon = findCommon(counts)
  return lines.map((line, i) => (isCommon[i] ? { ...line, kind: 'filed' } : line))
}
