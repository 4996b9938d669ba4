import type { Problem } from '../../errors.ts'
import type { ArchivedArticle } from '../archived-article.ts'
import { type Count, type CountedKind, toCounted } from '../counted-problems.ts'
import { type PostLeftOut, toPostLeftOut } from '../post-left-out.ts'
import type { TextArchiveOptions } from '../read-text-archive.ts'
import { toLine } from '../xml/html-line.ts'
import { childrenOf, findText, type XmlElement } from '../xml/xml-element.ts'
import type { PostHtml } from './post-html.ts'

/** Decides which items of an export are posts, and gathers what of it doesn't come along. */
export class WxrLosses {
  private readonly file: string
  /** Of the items that are posts. */
  private readonly types: ReadonlySet<string>
  private readonly items: Problem[] = []
  private readonly counts = new Map<string, Count>()

  constructor({ file, arePagesPosts = false }: Pick<TextArchiveOptions, 'file' | 'arePagesPosts'>) {
    this.file = file
    this.types = new Set(arePagesPosts ? ['post', 'page'] : ['post'])
  }

  /** Whether an item is a post that may be seen, or a draft of one. */
  isPost(item: XmlElement): boolean {
    const type = findText(item, 'wp:post_type') ?? 'post'
    if (!this.types.has(type)) {
      this.addOther(item, type)
      return false
    }
    const status = findText(item, 'wp:status') ?? 'publish'
    if (status === 'auto-draft' || status === 'inherit') return false
    const refusal = findRefusal(item, status)
    if (refusal === undefined) this.addParts(item)
    else this.leaveOut(item, 'PRIVATE_LEFT_OUT', refusal)
    return refusal === undefined
  }

  /** What of a post's text needs WordPress. */
  addText({ title }: ArchivedArticle, { shortcodes, emptyBlocks, hasMoreMark }: PostHtml): void {
    for (const name of shortcodes) this.add('SHORTCODE_KEPT', name, title)
    for (const name of emptyBlocks) this.add('BLOCK_EMPTY', name, title)
    if (hasMoreMark) this.add('MORE_MARK_LEFT_OUT', 'more', title)
  }

  /** All that was left out or kept as text, each kind once, in the order of the file. */
  problems(): readonly Problem[] {
    return [...this.items, ...Array.from(this.counts.values(), (count) => toCounted(this.file, count))]
  }

  private leaveOut(item: XmlElement, code: PostLeftOut['code'], refusal: string): void {
    this.items.push(toPostLeftOut(this.file, { code, title: titleOf(item), refusal, lines: item.lines }))
  }

  private addOther(item: XmlElement, type: string): void {
    if (type === 'page') this.leaveOut(item, 'PAGE_LEFT_OUT', 'is a page of the site')
    else if (type === 'attachment') this.add('ATTACHMENTS_LEFT_OUT', type, titleOf(item))
    else if (!ownTypes.test(type)) this.add('TYPE_LEFT_OUT', type, titleOf(item))
  }

  private addParts(item: XmlElement): void {
    if (findText(item, 'wp:is_sticky') === '1') this.add('STICKY_LEFT_OUT', 'sticky', titleOf(item))
    for (const { attributes } of childrenOf(item, 'category')) {
      const domain = attributes.get('domain') ?? 'category'
      if (!knownDomains.test(domain)) this.add('TAXONOMY_LEFT_OUT', domain, titleOf(item))
    }
  }

  private add(kind: CountedKind, name: string, example: string): void {
    const key = `${kind} ${name}`
    const count = this.counts.get(key) ?? { kind, name, example, times: 0 }
    this.counts.set(key, { ...count, times: count.times + 1 })
  }
}

/** What WordPress keeps for itself: menus, older versions, styles. Nobody misses it. */
const ownTypes = /^(?:revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_.*)$/

/** `post_format` says how a theme showed a post. */
const knownDomains = /^(?:category|post_tag|tag|post_format)$/

const titleOf = (item: XmlElement): string => toLine(findText(item, 'title', 'wp:post_name') ?? '')

/** Why a post is not for everyone's eyes. */
function findRefusal(item: XmlElement, status: string): string | undefined {
  if (status === 'private') return 'was private'
  if (status === 'trash') return 'was in the bin'
  if (!/^(?:publish|draft|pending|future)$/.test(status)) return `had the status "${status}"`
  return findText(item, 'wp:post_password') === undefined ? undefined : 'was protected by a password'
}
