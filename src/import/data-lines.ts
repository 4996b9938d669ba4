import { foldPhrase } from './fold-text.ts'
import { findCommon, isData, isShort, type Mark } from './line-mark.ts'

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
