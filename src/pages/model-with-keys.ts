import type { PostItemView } from './list-view.ts'
import type { PostKeys } from './post-keys.ts'
import type { SiteModel } from './site-model.ts'

/**
 * The same site for those who only ask whether a list changes: what it shows of a post is one key, a text is another, and the site's own
 * words are no part of what is written out as JSON.
 */
export const withKeys = (model: SiteModel, { ofItem, ofText }: PostKeys): SiteModel => ({
  ...model,
  messages: Object.assign(Object.create(model.messages), { toJSON: () => undefined }),
  itemOf: (post) => toItemOfKey(ofItem(post)),
  plainTextOf: ofText,
})

/** Tags that a page leaves out of its items are its own: they follow from the page and the key. */
const toItemOfKey = (title: string): PostItemView => ({
  title,
  href: '',
  date: { text: '', isEstimate: false },
  excerpt: '',
  tags: [],
})
