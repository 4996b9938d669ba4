import { foldPhrase } from './fold-text.ts'
import { endsSentence } from './line-scores.ts'
import type { PageLine } from './page-lines.ts'

/** What lines are by the company they keep: a name under a date, a word under "Tags", a short line met everywhere. */
export const markByCompany = (lines: readonly PageLine[]): readonly PageLine[] =>
  [
    markShareButtons,
    markRelatedPosts,
    markLabelled,
    markLabelValues,
    markNames,
    markCounts,
    markRepeated,
    markSoleHeading,
  ].reduce((marked, mark) => mark(marked), lines)

type Mark = (lines: readonly PageLine[]) => readonly PageLine[]

/** What each post has is met twice on a page at least; what is met once may be a word of the text. */
const enoughPosts = 2
/** A short line that stands at this many places or more is part of the theme, or a label: not of one post's text. */
const repeatedFrom = 3
const longestRepeated = 60

/** Names of networks under "Share:", or three in a row, are buttons. One or two may be words of the text, or a title. */
const markShareButtons: Mark = (lines) => {
  const marked = [...lines]
  for (const [i, line] of lines.entries()) {
    if (line.kind !== 'shareName') continue
    const around = [lines[i - 2], lines[i - 1], line, lines[i + 1], lines[i + 2]]
    const names = around.filter((one) => one?.kind === 'shareName').map((one) => one?.folded)
    if (marked[i - 1]?.kind === 'share' || new Set(names).size > 2) marked[i] = { ...line, kind: 'share' }
  }
  return marked
}

/** Title and date of a related post, over the line that names its category: "In ‘Gardens’". */
const markRelatedPosts: Mark = (lines) => {
  const marked = [...lines]
  for (const [i, line] of lines.entries()) {
    if (line.kind !== 'share' || lines[i - 1]?.kind !== 'date' || !isShort(lines[i - 2])) continue
    for (const at of [i - 2, i - 1]) marked[at] = { ...lines[at]!, kind: 'share' }
  }
  return marked
}

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
const markLabelled: Mark = (lines) => {
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
const markLabelValues: Mark = (lines) => {
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
  /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|du|la|le|van|von|der|di|da|do|dos|del|y) )?\p{Lu}[\p{L}.'’-]*){0,3}$/u

/** What could be a name, on the line after a date or the like: its author, if it isn't a title. */
const markNames: Mark = (lines) => {
  const names = lines.map(({ text, kind }, i) =>
    kind === 'text' && text.length < 40 && isData(lines[i - 1]) && personName.test(text) ? 'name' : undefined,
  )
  const isCommon = findCommon(names)
  return lines.map((line, i) => (isCommon[i] ? { ...line, kind: 'name' } : line))
}

/** A number alone under a date: how many comments there are. */
const markCounts: Mark = (lines) => {
  const counts = lines.map(({ text }, i) => (/^\d{1,3}$/.test(text) && isData(lines[i - 1]) ? 'count' : undefined))
  const isCommon = findCommon(counts)
  return lines.map((line, i) => (isCommon[i] ? { ...line, kind: 'filed' } : line))
}

/**
 * Short lines met at many places become `repeated`. A print that stands beside another print of itself is not counted:
 * that is how themes print titles, and a blog may well have three posts of one title.
 */
const markRepeated: Mark = (lines) => {
  const counts = new Map<string, number>()
  for (const [i, { folded, kind, text }] of lines.entries()) {
    if (kind !== 'text' || folded === undefined || text.length > longestRepeated) continue
    if (folded === lines[i - 1]?.folded || folded === lines[i + 1]?.folded) continue
    counts.set(folded, (counts.get(folded) ?? 0) + 1)
  }
  const isRepeated = ({ kind, folded, text }: PageLine) =>
    kind === 'text' &&
    folded !== undefined &&
    text.length <= longestRepeated &&
    (counts.get(folded) ?? 0) >= repeatedFrom
  return lines.map((line) => (isRepeated(line) ? { ...line, kind: 'repeated' } : line))
}

/** "Category: Gardens" with only short lines before it, and no other such label on the page: no post's, the page's own. */
const markSoleHeading: Mark = (lines) => {
  const headed = lines.filter(({ heading }) => heading !== undefined)
  const [sole] = headed
  if (!sole?.heading || headed.length > 1 || !lines.slice(0, lines.indexOf(sole)).every(isShort)) return lines
  const heading = { ...sole.heading, isExplicit: true }
  return lines.map((line) => (line === sole ? { ...line, heading } : line))
}

const isData = (line: PageLine | undefined): boolean => line?.kind === 'date' || line?.kind === 'filed'

const isShort = (line: PageLine | undefined): boolean =>
  line !== undefined && line.text.length <= 100 && !endsSentence(line.text)

/** For each line, whether it is marked, and enough others are marked the same. */
function findCommon(marks: readonly (string | undefined)[]): readonly boolean[] {
  const counts = new Map<string | undefined, number>()
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return marks.map((mark) => mark !== undefined && counts.get(mark)! >= enoughPosts)
}
