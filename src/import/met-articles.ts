import { toPlainText } from '../markup/plain-text.ts'
import type { ArchivedArticle } from './archived-article.ts'
import { foldText } from './fold-text.ts'
import { mergeArticles } from './merge-articles.ts'

/** An article as all files together have it, so far. */
export interface MetArticle {
  article: ArchivedArticle
}

interface Entry extends MetArticle {
  readonly files: Set<string>
  readonly text: FoldedText
}

/**
 * The articles of all files, each once.
 *
 * A file's article is one that was met in another file where its link or its id in the old feed is the same, else its title and
 * text, else its title and the beginning of its text, where a theme cut one of them off, else its title and most of its text: the
 * same post comes with another mark-up from a page, an export and a feed. Surer ways come first for all articles of a file.
 *
 * Within one file nothing is merged: there a text that stands twice was published twice.
 */
export class MetArticles {
  readonly #byKey = new Map<string, Entry[]>()

  /** @returns For each of the file's articles, what it is. */
  add(articles: readonly ArchivedArticle[], file: string): readonly MetArticle[] {
    const folded = articles.map((article) => new FoldedText(article))
    const met = new Map<number, Entry>()
    for (const isSame of [haveOneAddress, haveOneText, isCutOff, haveMostInCommon]) {
      for (const [at, article] of articles.entries()) {
        if (met.has(at)) continue
        const text = folded[at]!
        const entry = this.#find(article, text, (known) => !known.files.has(file) && isSame(known, article, text))
        if (entry === undefined) continue
        entry.files.add(file)
        entry.article = mergeArticles(entry.article, article)
        met.set(at, entry)
      }
    }
    return articles.map((article, at) => {
      const entry = met.get(at) ?? { article, files: new Set([file]), text: folded[at]! }
      this.#note(entry, article, folded[at]!)
      return entry
    })
  }

  #find(article: ArchivedArticle, text: FoldedText, isSame: (entry: Entry) => boolean): Entry | undefined {
    for (const key of toKeys(article, text)) {
      const found = this.#byKey.get(key)?.find(isSame)
      if (found !== undefined) return found
    }
    return undefined
  }

  #note(entry: Entry, article: ArchivedArticle, text: FoldedText): void {
    for (const key of toKeys(article, text)) {
      const entries = this.#byKey.get(key)
      if (entries === undefined) this.#byKey.set(key, [entry])
      else if (!entries.includes(entry)) entries.push(entry)
    }
  }
}

/**
 * A text as it is compared with another print of itself. Body and shingles are made when they are asked for: few articles share a
 * title with another, and folded texts of all posts would fill more memory than the posts.
 */
class FoldedText {
  readonly title: string
  readonly #markdown: string
  #body: string | undefined
  #shingles: ReadonlySet<string> | undefined

  constructor({ title, body }: ArchivedArticle) {
    this.title = foldText(title) || title
    this.#markdown = body
  }

  get body(): string {
    this.#body ??= foldText(toPlainText(this.#markdown))
    return this.#body
  }

  get shingles(): ReadonlySet<string> {
    this.#shingles ??= toShingles(toPlainText(this.#markdown).split(/\s+/).map(foldText))
    return this.#shingles
  }
}

/** Every four words that stand in a row. */
const toShingles = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.map((_, at) => words.slice(at, at + 4).join(' ')))

/** What two prints of one article have in common at least. */
const toKeys = (article: ArchivedArticle, { title }: FoldedText): readonly string[] => [
  ...listAddresses(article),
  `title ${title}`,
]

const listAddresses = ({ sources, guid }: ArchivedArticle): readonly string[] => [
  ...sources.flatMap(({ url }) => (url === undefined ? [] : [`url ${toLink(url)}`])),
  ...(guid === undefined ? [] : [`guid ${guid}`]),
]

/** A link without what differs from one page to the next. */
const toLink = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/(?:#.*)?$/, '')
    .replace(/\/$/, '')

type Comparison = (entry: Entry, article: ArchivedArticle, text: FoldedText) => boolean

const haveOneAddress: Comparison = ({ article }, other) => {
  const known = new Set(listAddresses(article))
  return listAddresses(other).some((address) => known.has(address))
}

const haveOneText: Comparison = (entry, article, text) =>
  areOfOneDay(entry.article, article) && entry.text.title === text.title && entry.text.body === text.body

/** Letters that two versions of a cut text have to share. */
const sharedStart = 40

const isCutOff: Comparison = (entry, article, text) => {
  if (!areOfOneDay(entry.article, article) || entry.text.title !== text.title) return false
  const [known, other] = [entry.text.body, text.body]
  if (known.length < sharedStart || other.length < sharedStart) return false
  return (article.isTruncated && known.startsWith(other)) || (entry.article.isTruncated && other.startsWith(known))
}

/** Of the words of either text; a version that was revised much is an article of its own. */
const commonShare = 0.8

const haveMostInCommon: Comparison = (entry, article, text) => {
  if (!areOfOneDay(entry.article, article) || entry.text.title !== text.title) return false
  const [known, other] = [entry.text.shingles, text.shingles]
  const common = [...other].filter((shingle) => known.has(shingle)).length
  return common >= commonShare * Math.max(known.size, other.size)
}

const areOfOneDay = (a: ArchivedArticle, b: ArchivedArticle): boolean =>
  a.stated === undefined || b.stated === undefined || a.stated.day === b.stated.day
