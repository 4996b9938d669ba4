import type { Post } from '../posts/post.ts'
import type { PostAnalysis } from './analyse-post.ts'
import type { IndexedArticle } from './article-index.ts'
import type { DatedPost } from './chronology.ts'
import type { KnownArchive } from './known-archive.ts'

/** Texts of an archive as a run knew them, by place in order of time; numbers of terms are those of its vocabulary. */
export interface KnownTexts {
  readonly analysisAt: (place: number) => NumberedAnalysis
  readonly findHolders: (wanted: WantedParts) => Holders
}

/** What is looked for in all texts. */
export interface WantedParts {
  readonly fingerprints: ReadonlySet<number>
  readonly shingles: ReadonlySet<number>
  /** By number of the term: 1 where it is wanted. */
  readonly isTerm: Uint8Array
}

export interface NumberedAnalysis {
  readonly analysis: PostAnalysis
  readonly numbers: Uint32Array
}

export interface Holders {
  /** By fingerprint, and by shingle: places of the texts that have it. */
  readonly byFingerprint: ReadonlyMap<number, readonly number[]>
  readonly byShingle: ReadonlyMap<number, readonly number[]>
  /** Places of the texts that have a term that is wanted. */
  readonly ofTerms: readonly number[]
}

/** What is known of a post's time, and the post as it is now. */
export type KnownPost = Pick<DatedPost, 'post' | 'dayNumber' | 'isGuessed'>

export const knownPostAt = (
  { days, isGuessed }: KnownArchive['lists'],
  place: number,
  postAt: (place: number) => Post,
): KnownPost => ({
  post: postAt(place),
  dayNumber: Number.isNaN(days[place]) ? undefined : days[place]!,
  isGuessed: isGuessed[place] === 1,
})

interface ArticleSource {
  readonly postAt: (place: number) => Post
  readonly numberedAt: (place: number) => NumberedAnalysis
}

/** The articles of an archive as it is now. */
export const listKnownArticles = ({ lists, facts }: KnownArchive, source: ArticleSource): readonly IndexedArticle[] =>
  facts.ids.map((_, article) => new KnownArticle(article, lists, source))

/** Nothing of it is read before it is asked for: most articles are not. */
class KnownArticle implements IndexedArticle {
  readonly #article: number
  readonly #lists: KnownArchive['lists']
  readonly #source: ArticleSource

  constructor(article: number, lists: KnownArchive['lists'], source: ArticleSource) {
    this.#article = article
    this.#lists = lists
    this.#source = source
  }

  get place(): number {
    return this.#lists.canonicals[this.#article]!
  }

  get post(): Post {
    return this.#source.postAt(this.place)
  }

  get lang(): string {
    return this.post.lang
  }

  get analysis(): PostAnalysis {
    return this.#source.numberedAt(this.place).analysis
  }

  get numbers(): Uint32Array {
    return this.#source.numberedAt(this.place).numbers
  }

  get first(): KnownPost {
    return knownPostAt(this.#lists, this.#lists.firsts[this.#article]!, this.#source.postAt)
  }
}
