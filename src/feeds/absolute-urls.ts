import { escapeHtml } from '../markup/html.ts'

/**
 * Makes every address in HTML absolute: a reader shows an entry far from its page.
 *
 * @param html - As our renderers write it: attributes in double quotes, `<` in text escaped.
 * @param base - Absolute address of the page that the HTML stands on.
 */
export function toAbsoluteUrls(html: string, base: string): string {
  return html.replace(tag, (found) =>
    found.replace(urlAttribute, (_, name: string, value: string) => {
      const text = unescapeAttribute(value)
      const absolute = name.endsWith('srcset') ? resolveSrcset(text, base) : resolveUrl(text, base)
      return `${name}="${escapeHtml(absolute)}"`
    }),
  )
}

const tag = /<[a-z](?:[^<>"]|"[^"]*")*>/gi
const urlAttribute = /(?<=\s)(href|src|srcset|poster|cite)="([^"]*)"/gi

/** An address that has a scheme is left byte for byte; one that is none stays as it is, broken as on its page. */
function resolveUrl(url: string, base: string): string {
  return /^[a-z][a-z\d+.-]*:/i.test(url) || !URL.canParse(url, base) ? url : new URL(url, base).href
}

/** `a.png 1x, b.png 2x`: an address ends at a space or at the comma after it, as in the HTML standard. */
const resolveSrcset = (srcset: string, base: string): string =>
  srcset.replace(
    /([\s,]*)(\S*[^\s,])([^,]*)/g,
    (_, before: string, url: string, descriptor: string) => before + resolveUrl(url, base) + descriptor,
  )

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const unescapeAttribute = (value: string): string =>
  value.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name]!)
