import { trusted } from '../markup/html.ts'
import { toShortHash } from '../short-hash.ts'
import { toExcerptSource } from './excerpt.ts'
import { type PostItemView, toPostItem } from './list-view.ts'
import { memoizeByPost } from './memoize-by-post.ts'
import type { SiteModel } from './site-model.ts'

/**
 * The same site for those who only ask whether an output changes: a text is the hash of its Markdown, so that nothing is rendered, what
 * lists show of a post is one hash, and the site's own words are no part of what is written out as JSON.
 *
 * Only for posts whose Markdown we render ourselves: what an owner's template makes of one doesn't follow from it.
 */
export function withoutBodies(model: SiteModel): SiteModel {
  const hashOfText = (text: string) => toShortHash(text + JSON.stringify(listImageSizes(text, model)))
  const hashOf = memoizeByPost(({ body }) => hashOfText(body))
  const withHashes: SiteModel = {
    ...model,
    messages: Object.assign(Object.create(model.messages), { toJSON: () => undefined }),
    excerptOf: memoizeByPost((post) =>
      toShortHash(JSON.stringify([post.description !== undefined, toExcerptSource(post), post.lang])),
    ),
    itemOf: memoizeByPost((post) => toItemOfHash(toShortHash(JSON.stringify(toPostItem(withHashes, post))))),
    renderBody: (post) => trusted(hashOf(post)),
    diffBodies: (from, to) => ({ parts: [{ kind: 'same', text: hashOf(from) + hashOf(to) }], added: 0, removed: 0 }),
    renderComment: ({ body }) => trusted(hashOfText(body)),
    plainTextOf: hashOf,
  }
  return withHashes
}

/** A picture's size stands on the page, and not in the text that names it. */
const listImageSizes = (text: string, { imageSizeOf }: SiteModel): readonly unknown[] =>
  Array.from(text.matchAll(/\/media\/[\w.-]+/g), ([address]) => imageSizeOf(address))

/** Tags that a page leaves out of its items are its own: they follow from the page and the hash. */
const toItemOfHash = (title: string): PostItemView => ({
  title,
  href: '',
  date: { text: '', isEstimate: false },
  excerpt: '',
  tags: [],
})
