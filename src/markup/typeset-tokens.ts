import type { Token } from 'markdown-it'
import { findTypographyEdits, opaque, type TypographyEdit } from './typography.ts'

/**
 * Sets the typography of a parsed Markdown text: of its text alone, so that code, addresses and attributes stay, and across its
 * marks, so that quotation marks around an emphasis still pair.
 */
export function setTypographyOfTokens(tokens: readonly Token[], language: string): void {
  for (const { children } of tokens) if (children !== null) setParagraph(children, language)
}

function setParagraph(tokens: readonly Token[], language: string): void {
  const edits = findTypographyEdits(tokens.map(textOf).join(''), language)
  if (edits.length === 0) return
  let start = 0
  let next = 0
  for (const token of tokens) {
    const end = start + textOf(token).length
    const first = next
    while (next < edits.length && edits[next]!.at < end) next++
    if (token.type === 'text') token.content = applyWithin(token.content, edits.slice(first, next), start)
    start = end
  }
}

/** As many characters for each token as an edit may count on. */
function textOf({ type, content, nesting }: Token): string {
  if (type === 'text') return content
  if (type === 'softbreak' || type === 'hardbreak') return '\n'
  return nesting === 0 ? opaque : ''
}

/** An edit that goes on in the next token is none of prose. */
function applyWithin(content: string, edits: readonly TypographyEdit[], start: number): string {
  let set = ''
  let end = 0
  for (const { at, length, replacement } of edits) {
    if (at - start + length > content.length) continue
    set += content.slice(end, at - start) + replacement
    end = at - start + length
  }
  return set + content.slice(end)
}
