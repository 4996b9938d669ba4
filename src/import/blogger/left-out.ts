import type { Problem } from '../../errors.ts'
import { findText, type XmlElement } from '../xml/xml-element.ts'
import { findBloggerKind, isTrashed } from './blogger-entry.ts'

/** Decides which entries are posts, and gathers what of Blogger's export doesn't come along. */
export class BloggerLosses {
  private readonly file: string
  private readonly items: Problem[] = []
  private comments = 0

  constructor(file: string) {
    this.file = file
  }

  /** Whether an entry is a post or a draft of one; all entries of other feeds are. */
  isPost(entry: XmlElement): boolean {
    const kind = findBloggerKind(entry)
    if (kind === undefined) return true
    if (kind === 'comment') this.comments += 1
    if (kind === 'page') this.items.push(toLeftOut(this.file, entry, 'PAGE_LEFT_OUT', 'is a page of the site'))
    if (kind !== 'post') return false
    if (isTrashed(entry)) this.items.push(toLeftOut(this.file, entry, 'PRIVATE_LEFT_OUT', 'was in the bin'))
    return !isTrashed(entry)
  }

  problems(): readonly Problem[] {
    if (this.comments === 0) return this.items
    const comments: Problem = {
      code: 'COMMENTS_LEFT_OUT',
      message: `${this.file} has ${this.comments} comment${this.comments === 1 ? '' : 's'}, left out.`,
      remedy: 'Keep the export if they matter.',
      source: { file: this.file },
      severity: 'loss',
    }
    return [...this.items, comments]
  }
}

const toLeftOut = (file: string, entry: XmlElement, code: string, refusal: string): Problem => ({
  code,
  message: `"${findText(entry, 'title') ?? ''}" of ${file} ${refusal}, and was left out.`,
  remedy: 'Write it as a file of the posts folder if it is to be public.',
  source: { file, lines: entry.lines },
  severity: 'loss',
})
