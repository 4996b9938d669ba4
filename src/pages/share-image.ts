import type { Post } from '../posts/post.ts'
import type { SiteModel } from './site-model.ts'
import type { UrlPath } from './urls.ts'

/** What is drawn on a picture that others show where somebody shares a page's address. */
export interface ShareCard {
  readonly title: string
  /** The site's name below an article's title, its description below its own. */
  readonly foot: string
  /** As surely as it is known; empty where the picture is the site's. */
  readonly date: string
}

/** Where a card's picture stands, and what is on it in words. */
export interface ShareImage {
  readonly path: UrlPath
  readonly card: ShareCard
  readonly alt: string
}

export interface ShareImages {
  readonly ofSite: ShareImage
  readonly ofPost: (post: Post) => ShareImage
  /** Each once. */
  readonly all: readonly ShareImage[]
}

export interface ShareImageOptions {
  readonly of: 'site' | 'posts'
  /** The name of a picture tells what is drawn on it. */
  readonly toPath: (card: ShareCard) => UrlPath
}

/** A post whose title has letters that our font lacks gets the site's picture. */
export function listShareImages(
  model: Pick<SiteModel, 'title' | 'description' | 'dateOf' | 'posts'>,
  { of, toPath }: ShareImageOptions,
): ShareImages {
  const toImage = (card: ShareCard, alt: string): ShareImage => ({ path: toPath(card), card, alt })
  const ofSite = toImage({ title: toDrawn(model.title), foot: toDrawn(model.description), date: '' }, model.title)
  const foot = toDrawn(model.title)
  const ofPost = (post: Post): ShareImage => {
    if (of === 'site' || !isDrawable(post.title)) return ofSite
    const date = post.date === undefined ? '' : toDrawn(model.dateOf(post).text)
    return toImage({ title: toDrawn(post.title), foot, date }, post.title)
  }
  const ofPosts = of === 'site' ? [] : model.posts.map(ofPost)
  const all = new Map([ofSite, ...ofPosts].map((image) => [image.path, image]))
  return { ofSite, ofPost, all: [...all.values()] }
}

/** Whether every letter is one of the font's, and there is one. */
const isDrawable = (text: string): boolean => !/\p{L}/u.test(text.replace(drawn, '')) && toDrawn(text) !== ''

/** Without the signs that the font lacks, such as emoji; no-break spaces of one width. */
const toDrawn = (text: string): string =>
  (text.normalize('NFC').replaceAll('\u202f', '\u00a0').match(drawn) ?? []).join('').replace(/ {2,}/g, ' ').trim()

/** Latin, Greek and Cyrillic letters, and the punctuation that goes with them. */
const drawn = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic} -~\u00a0-\u00bf\u00d7\u00f7‐-—‘-„†-•…‰‹›€№™−≤≥]/gu
