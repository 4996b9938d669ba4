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
 * @returns HTML in UTF-8.
 */
export function toEntryContent(
  model: SiteModel,
  { post, first }: { readonly post: Post; readonly first: Post },
): Uint8Array {
  const [before, after] = [
    toDateNote(model, first),
    post.isTruncated ? toNote(model.messages.post.isTruncated) : nothing,
  ]
  const fitBody = before === nothing && after === nothing ? model.fitBodyOf(post) : undefined
  if (fitBody !== undefined) return fitBody
  const body = toAbsoluteUrls(model.renderBody(post).text, toPageUrl(model, post))
  return Buffer.from(cleanText(html`${before}${trusted(body)}${after}`.text).trim())
}

/** Whether an entry can have a rendered body as it is, but for the line break at its end. */
export const isFitForFeeds = (body: string, model: SiteModel, post: Post): boolean =>
  body.startsWith('<') && body.endsWith('>\n') && cleanText(toAbsoluteUrls(body, toPageUrl(model, post))) === body

const toPageUrl = ({ urls, pathOf }: SiteModel, post: Post): string => urls.absolute(pathOf(post))

function toDateNote(model: SiteModel, post: Post): Html {
  const { feeds } = model.messages
  if (post.date === undefined) return toNote(feeds.undated)
  const { text, isEstimate, evidence } = model.dateOf(post)
  return isEstimate ? toNote(feeds.estimate(text, evidence)) : nothing
}

const toNote = (text: string): Html => html`<p><em>${text}</em></p>\n`
