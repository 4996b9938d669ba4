import MarkdownIt, { type Token } from 'markdown-it'
import { toMarkdown } from '../html-body/to-markdown.ts'

const markdownIt = new MarkdownIt({ html: true, linkify: false })

/**
 * The Markdown of another engine as posts hold it: HTML in it becomes Markdown, for a post shows HTML as text. Blocks
 * without HTML stay as they are, character by character.
 */
export function toPostBody(source: string): string {
  const markdown = withoutAttributes(source)
  const lines = markdown.split('\n')
  const environment = {}
  const tokens = markdownIt.parse(markdown, environment)
  const parts: string[] = []
  let next = 0
  for (const { first, end, tokens: block } of groupBlocks(tokens)) {
    parts.push(...lines.slice(next, first))
    if (block.some(holdsHtml))
      parts.push(toMarkdown(markdownIt.renderer.render(block, markdownIt.options, environment)))
    else parts.push(...lines.slice(first, end))
    next = end
  }
  parts.push(...lines.slice(next))
  return parts
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Jekyll's Markdown sets attributes beside what they belong to, `{: .note}`; code shows such a thing on purpose. */
const withoutAttributes = (markdown: string): string =>
  markdown.replace(
    /(^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`[^`\n]*`)|[ \t]*\{:[^{}\n]{1,200}\}/gm,
    (_, code?: string) => code ?? '',
  )

interface SourceBlock {
  readonly first: number
  /** The line after its last one. */
  readonly end: number
  readonly tokens: readonly Token[]
}

/** Top-level blocks with the lines that they take. */
function groupBlocks(tokens: readonly Token[]): readonly (SourceBlock & { readonly tokens: Token[] })[] {
  const blocks: { first: number; end: number; tokens: Token[] }[] = []
  for (const token of tokens) {
    const isOpening = token.level === 0 && token.nesting >= 0
    if (isOpening && token.map) blocks.push({ first: token.map[0], end: token.map[1], tokens: [token] })
    else blocks.at(-1)?.tokens.push(token)
  }
  return blocks
}

const holdsHtml = ({ type, children }: Token): boolean =>
  type === 'html_block' || type === 'html_inline' || (children ?? []).some(holdsHtml)

/** What a template language would have run: Liquid, Nunjucks, Hugo's shortcodes, Hexo's tags. Code shows it on purpose. */
export function findTemplateTags(markdown: string): readonly string[] {
  const code = /^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`[^`\n]*`/gm
  const tags = markdown.replace(code, '').match(/\{\{[<%]?[^{}]{0,200}[>%]?\}\}|\{%[^{}]{0,200}%\}/g) ?? []
  return [...new Set(tags.map((tag) => tag.replace(/\s+/g, ' ')))]
}
