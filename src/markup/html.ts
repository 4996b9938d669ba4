/** Markup that is safe to put into a page as it stands. Made by `html` and `trusted` only. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** What a template may hold: strings and numbers are escaped, markup is not, lists are joined, the rest shows nothing. */
export type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[]

export const nothing: Html = new Html('')

/**
 * Builds markup and escapes all that is put into it, for text and for quoted attribute values.
 *
 * @example html`<a href="${url}">${title}</a>`
 */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  let text = strings[0]!
  for (let index = 0; index < parts.length; index++) text += formatPart(parts[index]) + strings[index + 1]!
  return new Html(text)
}

/** Markup from a source that escapes by itself, such as the Markdown renderer. */
export const trusted = (markup: string): Html => new Html(markup)

/** ` name="value"` with the space before it, or nothing where there is no value. */
export const attribute = (name: string, value: string | undefined): Html =>
  value === undefined ? nothing : new Html(` ${name}="${escapeHtml(value)}"`)

/** Plain text between the tags of HTML, where nothing else needs a reference. */
export const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Text as HTML and XML show it: `&`, `<`, `>` and both quotes become references; control characters show nothing. */
export const escapeHtml = (text: string): string =>
  needsEscape.test(text) ? text.replace(toEscape, (character) => references[character] ?? '') : text

const needsEscape = /[&<>"']|[^\P{Cc}\t\n\r]/u
const toEscape = new RegExp(needsEscape, 'gu')
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function formatPart(part: HtmlPart): string {
  if (typeof part === 'string') return escapeHtml(part)
  if (part instanceof Html) return part.text
  if (typeof part === 'number') return String(part)
  if (part === undefined || part === false) return ''
  let text = ''
  for (const one of part) text += formatPart(one)
  return text
}
