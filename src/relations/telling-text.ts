import { toPlainText } from '../markup/plain-text.ts'

/**
 * The words of a post that say what it is about: without addresses, and without what an engine would have run (WordPress's
 * shortcodes with their settings, Liquid's tags), which links every post with a gallery to every other.
 */
export function toTellingText(markdown: string): string {
  let text = toPlainText(markdown)
  if (text.includes('://') || text.includes('www.')) text = text.replace(/\b(?:https?:\/\/|www\.)[^\s<>"]+/gi, ' ')
  if (text.includes('{%') || text.includes('{{') || text.includes('{:'))
    text = text.replace(/\{%[^{}\n]{0,300}%\}|\{\{[^{}\n]{0,300}\}\}|\{:[^{}\n]{0,300}\}/g, ' ')
  return text.includes(']') ? text.replace(shortcode, ' ') : text
}

/** `[gallery ids="1,2"]`, `[/caption]`; a single word in brackets may be one of the text: "[sic]". */
const shortcode =
  /\[\/?[a-z][\w-]{0,40}(?:\s+[\w-]{1,40}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s\]"']{1,300}))+\s*\/?\]|\[\/[a-z][\w-]{0,40}\]/gi
