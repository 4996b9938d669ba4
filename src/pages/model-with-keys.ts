import type { PostItemView } from './list-view.ts'
import { toHeaderImage } from './page-frame.ts'
import type { PostKeys } from './post-keys.ts'
import type { SiteModel } from './site-model.ts'
import { notFoundPath } from './urls.ts'

/**
 * The same site for those who only ask whether a list changes: what it shows of a post is one key, a text is another. As JSON the site's own
 * words are left out, and of what surrounds a page there is only what it was asked with, and the picture that one page alone has: the rest is what
 * surrounds any page.
 */
export function withKeys(model: SiteModel, { ofItem, ofText }: PostKeys): SiteModel {
  const anyFrame = model.frameOf({ path: notFoundPath })
  return {
    ...model,
    messages: Object.assign(Object.create(model.messages), { toJSON: () => undefined }),
    frameOf: (options) =>
      Object.assign(Object.create(anyFrame), { toJSON: () => [options, toHeaderImage(model, options.path)] }),
    itemOf: (post) => toItemOfKey(ofItem(post)),
    plainTextOf: ofText,
  }
}

/** Tags that a page leaves out of its items are its own: they follow from the page and the key. */
const toItemOfKey = (title: string): PostItemView => ({
  title,
  href: '',
  date: { text: '', isEstimate: false },
  excerpt: '',
  tags: [],
})
