import { type ArchivedComment, toCommenter } from '../archived-comment.ts'
import type { ResolveAddress } from '../html-body/addresses.ts'
import { addLineBreaks } from '../html-body/line-breaks.ts'
import { toMarkdown } from '../html-body/to-markdown.ts'
import { childrenOf, findText, type XmlElement } from '../xml/xml-element.ts'
import { findMoment } from './wxr-date.ts'

/** The comments that readers saw under a post: approved ones, and no links back from other blogs. */
export function findComments(item: XmlElement, resolve: ResolveAddress): readonly ArchivedComment[] | undefined {
  const comments = childrenOf(item, 'wp:comment')
    .filter(isVisible)
    .map((comment, at) => toComment(comment, { at, resolve }))
    .filter(({ body }) => body !== '')
  return comments.length === 0 ? undefined : comments
}

const isVisible = (comment: XmlElement): boolean =>
  findText(comment, 'wp:comment_approved') === '1' &&
  !/^(?:pingback|trackback)$/.test(findText(comment, 'wp:comment_type') ?? '')

function toComment(
  comment: XmlElement,
  { at, resolve }: { readonly at: number; readonly resolve: ResolveAddress },
): ArchivedComment {
  const parent = findText(comment, 'wp:comment_parent')
  return {
    id: findText(comment, 'wp:comment_id') ?? `at-${at + 1}`,
    parent: parent === '0' ? undefined : parent,
    author: toCommenter(findText(comment, 'wp:comment_author')),
    date: findMoment(comment, { local: 'wp:comment_date', utc: 'wp:comment_date_gmt' }),
    body: toMarkdown(addLineBreaks(findText(comment, 'wp:comment_content') ?? ''), { resolve }),
  }
}
