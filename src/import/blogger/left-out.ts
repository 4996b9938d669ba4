import type { Problem } from '../../errors.ts'
import { type Count, toCounted } from '../counted-problems.ts'
import { type PostLeftOut, toPostLeftOut } from '../post-left-out.ts'
import type { TextArchiveOptions } from '../read-text-archive.ts'
import type { DatedArticle } from '../xml/dated-page.ts'
import { findText, type XmlElement } from '../xml/xml-element.ts'
import type { BloggerComments } from './blogger-comments.ts'
import { findBloggerKind, isTrashed } from './blogger-entry.ts'

/** Decides which entries are posts, and gathers what of Blogger's export doesn't come along. */
export class BloggerLosses {
  private readonly file: string
  /** Of the entries that are posts. */
  private readonly kinds: ReadonlySet<string>
  private readonly items: Problem[] = []
  private readonly comments: BloggerComments

  constructor({ file, arePagesPosts = false }: TextArchiveOptions, comments: BloggerComments) {
    this.file = file
    this.kinds = new Set(arePagesPosts ? ['post', 'page'] : ['post'])
    this.comments = comments
  }

  /** Whether an entry is a post or a draft of one; all entries of other feeds are. */
  isPost(entry: XmlElement): boolean {
    const kind = findBloggerKind(entry)
    if (kind === undefined) return true
    if (kind === 'comment') this.comments.add(entry)
    if (!this.kinds.has(kind)) {
      if (kind === 'page') this.leaveOut(entry, 'PAGE_LEFT_OUT', 'is a page of the site')
      return false
    }
    if (isTrashed(entry)) this.leaveOut(entry, 'PRIVATE_LEFT_OUT', 'was in the bin')
    return !isTrashed(entry)
  }

  /** @param posts - Those that were kept. */
  problems(posts: readonly DatedArticle[]): readonly Problem[] {
    const times = this.comments.countOthers(posts)
    if (times === 0) return this.items
    const count: Count = { kind: 'COMMENTS_LEFT_OUT', name: 'comment', example: '', times }
    return [...this.items, toCounted(this.file, count)]
  }

  private leaveOut(entry: XmlElement, code: PostLeftOut['code'], refusal: string): void {
    const title = findText(entry, 'title') ?? ''
    this.items.push(toPostLeftOut(this.file, { code, title, refusal, lines: entry.lines }))
  }
}
