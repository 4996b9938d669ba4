import { type ArchivedComment, toCommenter } from '../archived-comment.ts'
import { toAtomEntry } from '../feed/atom-entry.ts'
import { toMarkdown } from '../html-body/to-markdown.ts'
import type { DatedArticle } from '../xml/dated-page.ts'
import { childrenOf, findChild, findText, type XmlElement } from '../xml/xml-element.ts'

/** Comments of an export of Blogger, which stand beside the posts in the file, before or after them. */
export class BloggerComments {
  private readonly byPost = new Map<string, ArchivedComment[]>()

  add(entry: XmlElement): void {
    const post = findPost(entry)
    const comment = toComment(entry)
    if (post === undefined || comment.body === '' || !isVisible(entry)) return
    this.byPost.set(post, [...(this.byPost.get(post) ?? []), comment])
  }

  /** How many belong to none of these. */
  countOthers(articles: readonly DatedArticle[]): number {
    const posts = new Set(articles.map(({ article: { guid } }) => guid))
    return Array.from(this.byPost).reduce((sum, [post, own]) => sum + (posts.has(post) ? 0 : own.length), 0)
  }

  giveTo({ article, moment }: DatedArticle): DatedArticle {
    const comments = this.byPost.get(article.guid ?? '')
    return comments === undefined ? { article, moment } : { article: { ...article, comments }, moment }
  }
}

/** The form of 2023 has states for comments; in that of 2008 all were public. */
const isVisible = (entry: XmlElement): boolean => /^LIVE$/i.test(findText(entry, 'blogger:status') ?? 'LIVE')

const findPost = (entry: XmlElement): string | undefined =>
  findText(entry, 'blogger:parent') ?? findChild(entry, 'thr:in-reply-to')?.attributes.get('ref')

function toComment(entry: XmlElement): ArchivedComment {
  const { guid = '', author, html, published } = toAtomEntry(entry, undefined)
  return {
    id: toNumber(guid),
    parent: findParent(entry),
    author: toCommenter(author),
    date: published?.utc,
    body: toMarkdown(html),
  }
}

/** The comment that another one answers: named in the form of 2023, linked by its feed's address in that of 2008. */
function findParent(entry: XmlElement): string | undefined {
  const related = childrenOf(entry, 'link').find(({ attributes }) => attributes.get('rel') === 'related')
  const name = findText(entry, 'blogger:inReplyTo') ?? related?.attributes.get('href')
  return name === undefined ? undefined : toNumber(name)
}

/** `tag:blogger.com,1999:blog-1.post-42` and `…/comments/default/42` name comment 42. */
const toNumber = (name: string): string => /\d+$/.exec(name)?.[0] ?? name
