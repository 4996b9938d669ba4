import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { lazyPackage } from '../lazy-package.ts'
import { once } from '../once.ts'
import { type Html, trusted } from './html.ts'
import { type ImageOptions, setImages } from './image-tokens.ts'
import { joinSpaces } from './spaces.ts'
import { setTypographyOfTokens } from './typeset-tokens.ts'

const markdownItPackage = lazyPackage<typeof MarkdownIt>('markdown-it')

export interface MarkdownOptions extends ImageOptions {
  /** Gives a link or an image of the text its address on the site, such as one below a path prefix. */
  readonly resolveUrl: (url: string) => string
  /** Level of the heading that the text stands under. Default 1. */
  readonly headingLevel?: number | undefined
  /** `rel` of the text's links, for texts that are not the site's own. */
  readonly linkRel?: string | undefined
}

/**
 * A renderer for post bodies: CommonMark and tables, raw HTML shown as text, `javascript:` links left as text.
 * Headings are moved below the one that the text stands under, without gaps between levels. Where the text's
 * language is given, its typography is set.
 */
export function createMarkdownRenderer(options: MarkdownOptions): (markdown: string, typographyOf?: string) => Html {
  const renderer = once(() => createRenderer(options))
  return (markdown, typographyOf) => trusted(renderer().render(markdown.replace(controls, ''), { typographyOf }))
}

function createRenderer({ resolveUrl, headingLevel = 1, linkRel, ...ofImages }: MarkdownOptions) {
  const markdownIt = createMarkdownIt()
  markdownIt.core.ruler.push('nest_headings', ({ tokens }) => nestHeadings(tokens, headingLevel))
  markdownIt.renderer.rules.th_open = (tokens, index, options, _env, renderer) => {
    tokens[index]!.attrSet('scope', 'col')
    return renderer.renderToken(tokens, index, options)
  }
  // A wide table scrolls by itself: whoever has no pointer scrolls it by keys, which needs a place that takes the focus.
  markdownIt.renderer.rules.table_open = () => '<div class="table" tabindex="0">\n<table>\n'
  markdownIt.renderer.rules.table_close = () => '</table>\n</div>\n'
  markdownIt.core.ruler.push('set_images', ({ tokens }) => setImages(tokens, ofImages))
  markdownIt.core.ruler.push('resolve_urls', ({ tokens }) => resolveUrls(tokens, resolveUrl))
  if (linkRel !== undefined) {
    markdownIt.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
      tokens[index]!.attrSet('rel', linkRel)
      return renderer.renderToken(tokens, index, options)
    }
  }
  return markdownIt
}

/** @returns One whose texts are set as in the language `typographyOf` of the environment; without it nothing changes. */
function createMarkdownIt() {
  const markdownIt = new (markdownItPackage())({ html: false, linkify: false })
  markdownIt.core.ruler.push('typography', ({ tokens, env }) => {
    const language: unknown = env.typographyOf
    if (typeof language === 'string') setTypographyOfTokens(tokens, language)
  })
  return markdownIt
}

const plain = once(createMarkdownIt)

/** What no page may hold, but for tabs and ends of lines. */
const controls = /[^\P{Cc}\t\n\r]/gu

/** A text without escapes, entities and what is left out of it, so that addresses in it stand as they are rendered. */
export const withPlainAddresses = (markdown: string): string =>
  markdown.includes('\\') || markdown.includes('&') || markdown.search(controls) !== -1
    ? plain().utils.unescapeAll(markdown.replace(controls, ''))
    : markdown

/** The text of a body without its marks: what a reader would read aloud. Paragraphs are parted by a blank line. */
export const toPlainText = (markdown: string): string =>
  plain().parse(markdown, {}).map(textOf).filter(Boolean).join('\n\n')

/**
 * The running text alone: without headings, tables, code and pictures; where there is nothing else, what is said of the pictures. A dot
 * parts the items of a list.
 */
export function toRunningText(markdown: string, typographyOf?: string): string {
  const tokens = plain().parse(markdown, { typographyOf })
  const joinParagraphs = (toText: (token: Token) => string) =>
    tokens
      .flatMap((token, index) => {
        const text = tokens[index - 1]?.type === 'paragraph_open' ? toText(token) : ''
        if (text === '') return []
        return tokens[index - 2]?.type === 'list_item_open' ? ['·', text] : [text]
      })
      .join(' ')
      .replace(/^· /, '')
  return joinParagraphs(textWithoutPictures) || joinParagraphs(textOf)
}

function textOf({ type, children, content }: Token): string {
  if (type !== 'inline' && type !== 'fence' && type !== 'code_block') return ''
  return toLine(children === null ? content : joinText(children))
}

const textWithoutPictures = ({ children }: Token): string =>
  toLine(joinText(children?.filter(({ type }) => type !== 'image') ?? []))

const toLine = (text: string): string => joinSpaces(text).trim()

const joinText = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content)).join('')

/** Each heading of the body goes one level below the nearest higher one before it, the highest below the one above the text. */
function nestHeadings(tokens: readonly Token[], above: number): void {
  const open: number[] = []
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1))
      while (open.length > 0 && open.at(-1)! >= level) open.pop()
      open.push(level)
    }
    token.tag = `h${Math.min(6, open.length + above)}`
  }
}

function resolveUrls(tokens: readonly Token[], resolveUrl: (url: string) => string): void {
  for (const token of tokens) {
    if (token.children !== null) resolveUrls(token.children, resolveUrl)
    if (token.type !== 'link_open' && token.type !== 'image') continue
    const name = token.type === 'image' ? 'src' : 'href'
    token.attrSet(name, resolveUrl(String(token.attrGet(name) ?? '')))
  }
}
