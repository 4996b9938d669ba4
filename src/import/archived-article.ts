import type { Day } from '../calendar/day.ts'
import type { SourcePlace } from '../errors.ts'
import type { ArchivedComment } from './archived-comment.ts'

/** A date that the source states outright. */
export interface StatedDate {
  readonly day: Day
  /** ISO 8601 in UTC, where the source states a time of day too. */
  readonly instant?: string | undefined
  /** The words that state it, as they stand in the source. */
  readonly words: string
}

/** One place where an article was met. */
export interface ArticleSource extends SourcePlace {
  /** Place of the article in that file, counted from 1 at the top. */
  readonly position: number
}

/** Values of an article whose file is remembered. */
export type ArticleField = 'title' | 'body' | 'date' | 'guid' | 'author'

/** An article of the old blog, as an importer understood it: what every input format is turned into. */
export interface ArchivedArticle {
  readonly title: string
  /** Markdown that renders to the article's paragraphs and lists; nothing in it is markup by accident. */
  readonly body: string
  /** Tag names as the archive spells them. */
  readonly tags: readonly string[]
  /** Category names as the archive spells them, where it tells them from tags. */
  readonly categories?: readonly string[] | undefined
  readonly author?: string | undefined
  /** The old feed's id of the article, byte for byte. */
  readonly guid?: string | undefined
  /** The part of its address that names it, as the source has it. */
  readonly slug?: string | undefined
  /** A path of its own on the site, such as `/2010/07/08/bonjour/`, which the source asks for. */
  readonly permalink?: string | undefined
  readonly description?: string | undefined
  /** Day or instant (ISO 8601) of the last change that the source declares. */
  readonly updated?: string | undefined
  /** The source doesn't publish it: a draft, or one that waits for its day. */
  readonly isDraft?: boolean | undefined
  /** Why it isn't, where the source tells: `is a draft`, `was waiting for review`. */
  readonly draftReason?: string | undefined
  /** BCP 47 language tag, such as `fr`. */
  readonly lang: string
  /** Every place where it was met, the one that its text was taken from first. */
  readonly sources: readonly [ArticleSource, ...ArticleSource[]]
  readonly stated?: StatedDate | undefined
  /** Where it was met in several files: which of them each value is from. */
  readonly origins?: Readonly<Partial<Record<ArticleField, string>>> | undefined
  /** The theme cut the body off: "Lire la suite", an ellipsis, or the middle of a sentence. */
  readonly isTruncated: boolean
  /** In the order of the source, where it holds them. */
  readonly comments?: readonly ArchivedComment[] | undefined
}

/** The articles of one file, in its order (newest first where the blog was a usual one). */
export interface ImportedArchive {
  readonly file: string
  readonly heading?: ArchiveHeading | undefined
  readonly articles: readonly ArchivedArticle[]
}

/** What a tag, category or date archive says of itself at the top of its page. */
export interface ArchiveHeading {
  readonly kind: 'tag' | 'category' | 'date' | 'author' | 'search'
  /** `Twitter`, `novembre 2022`. */
  readonly name: string
}

/** What an article and the comments on it say, in Markdown. */
export const listTexts = ({ body, comments = [] }: ArchivedArticle): readonly string[] => [
  body,
  ...comments.map((comment) => comment.body),
]
