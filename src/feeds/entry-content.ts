import { type Html, html, nothing, trusted } from '../markup/html.ts'
import type { SiteModel } from '../pages/site-model.ts'
import type { Post } from '../posts/post.ts'
import { toAbsoluteUrls } from './absolute-urls.ts'
import { cleanText } from './clean-text.ts'

/**
 * A post's whole text as a reader shows it, far from its page: addresses are absolute, and what the page says of the date
 * and of the text's end is said here too. Empty only where the post is.
 *
 * @param first - The version whose date the entry has.
 */
export function toEntryContent(
  model: SiteModel,
  { post, first }: { readonly post: Post; readonly first: Post },
): string {
  const body = toAbsoluteUrls(model.renderBody(post).text, model.urls.absolute(model.pathOf(post)))
  return cleanText(
    html`${toDateNote(model, first)}${trusted(body)}${post.isTruncated ? toNote(model.messages.post.isTruncated) : nothing}`
      .text,
  ).trim()
}

function toDateNote(model: SiteModel, post: Post): Html {
  const { feeds } = model.messages
  if (post.date === undefined) return toNote(feeds.undated)
  const { text, isEstimate, evidence } = model.dateOf(post)
  return isEstimate ? toNote(feeds.estimate(text, evidence)) : nothing
}

const toNote = (text: string): Html => html`<p><em>${text}</em></p>\n`
