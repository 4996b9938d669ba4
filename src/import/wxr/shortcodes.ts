/** The HTML of a post with the shortcodes that HTML has a word for in that word, and the names of those that it hasn't. */
export interface ExpandedText {
  readonly html: string
  /** Names of shortcodes that stay in the text as they are, one for each time. */
  readonly kept: readonly string[]
}

/**
 * Turns WordPress's `[caption]`, `[embed]`, `[audio]`, `[video]`, `[youtube]`, `[sourcecode]` and their like into HTML.
 *
 * What stands in `<pre>` and `<code>`, or in doubled brackets, is about shortcodes and is none.
 */
export function expandShortcodes(html: string): ExpandedText {
  const code = new CodeRanges(html)
  const ends = new EndTags(html)
  const parts: string[] = []
  const kept: string[] = []
  let end = 0
  for (const match of html.matchAll(shortcode)) {
    const [whole, isEscaped, isEnd, name, attributes, isClosed] = match
    const after = match.index + whole.length
    if (match.index < end || isEnd !== '' || code.holds(match.index)) continue
    if (isEscaped !== '' && html[after] === ']') {
      parts.push(html.slice(end, match.index), whole.slice(1))
      end = after + 1
      continue
    }
    const contentEnd = isClosed === '' ? ends.find(name!, after) : undefined
    const content = contentEnd === undefined ? '' : html.slice(after, contentEnd)
    const expanded = expand(name!.toLowerCase(), { attributes: attributes!, content })
    if (expanded !== undefined) {
      parts.push(html.slice(end, match.index), isEscaped!, expanded)
      end = contentEnd === undefined ? after : contentEnd + name!.length + 3
    } else if (contentEnd !== undefined || isTelling(match)) kept.push(name!.toLowerCase())
  }
  return { html: parts.join('') + html.slice(end), kept }
}

/** Brackets around a name, and what may follow one: `[gallery ids="1,2"]`, `[youtube=https://…]`, `[/caption]`. */
const shortcode = /\[(\[?)(\/?)([a-z][\w-]*)((?:[\s=][^[\]]*?)?)(\/?)\]/gi

interface ShortcodeParts {
  readonly attributes: string
  /** What stands before its end tag. */
  readonly content: string
}

function expand(name: string, parts: ShortcodeParts): string | undefined {
  if (parts.content !== '' && (codeLanguages.has(name) || name === 'sourcecode')) return expandCode(name, parts)
  switch (name) {
    case 'caption':
    case 'wp_caption':
      return expandCaption(parts)
    case 'audio':
    case 'dailymotion':
    case 'embed':
    case 'googlevideo':
    case 'soundcloud':
    case 'video':
    case 'vimeo':
    case 'youtube':
      return expandPlayer(parts)
    default:
      return undefined
  }
}

function expandCaption({ attributes, content }: ShortcodeParts): string | undefined {
  const picture = /^\s*(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/i.exec(content)?.[0]
  if (picture === undefined) return undefined
  // The first versions had the caption among the attributes.
  const caption = /\bcaption\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)
  const words = content.slice(picture.length).trim() || (caption?.[1] ?? caption?.[2] ?? '')
  return `<figure>${picture.trim()}<figcaption>${words}</figcaption></figure>`
}

function expandCode(name: string, { attributes, content }: ShortcodeParts): string {
  const stated = /\b(?:language|lang)\s*=\s*["']?([\w+#-]+)/i.exec(attributes)?.[1]
  const language = stated ?? (/code$/.test(name) ? '' : name)
  return `<pre class="language-${language}">${content.replaceAll('<', '&lt;')}</pre>`
}

/** What highlighters name their shortcodes for: `[php]…[/php]`. */
const codeLanguages = new Set(
  'actionscript3 bash c code cpp csharp css delphi diff groovy html java javascript js matlab objc perl php powershell python ruby scala shell sql vb xml'.split(
    ' ',
  ),
)

/** A film or a sound can't come along; a link leads to it. */
function expandPlayer({ attributes, content }: ShortcodeParts): string | undefined {
  const address = /https?:\/\/[^\s"'<>[\]]+/i.exec(`${content} ${attributes}`)?.[0]
  return address === undefined ? undefined : `<p><a href="${address}">${address}</a></p>`
}

/** Whether brackets are more than a writer's "[sic]": they have attributes, a name no word has, or a line to themselves. */
function isTelling({ 0: whole, 3: name, 4: attributes, index, input }: RegExpExecArray): boolean {
  if (/\s[\w-]+\s*=\s*["'\w]/.test(attributes!) || attributes!.startsWith('=')) return true
  if (attributes !== '') return false
  return /[_-]/.test(name!) || ownShortcodes.has(name!.toLowerCase()) || isLineOfItsOwn(input, index, whole.length)
}

/** Names that WordPress itself gives a meaning without attributes. */
const ownShortcodes = new Set(['gallery', 'playlist'])

const isLineOfItsOwn = (text: string, start: number, length: number): boolean =>
  /(?:^|[\n>])[ \t]*$/.test(text.slice(Math.max(0, start - 20), start)) &&
  /^[ \t]*(?:$|[\n<])/.test(text.slice(start + length, start + length + 20))

/** Where end tags of shortcodes stand; each name is looked for until there is none left. */
class EndTags {
  private readonly html: string
  private readonly missing = new Set<string>()

  constructor(html: string) {
    this.html = html
  }

  find(name: string, from: number): number | undefined {
    if (this.missing.has(name)) return undefined
    const place = this.html.indexOf(`[/${name}]`, from)
    if (place < 0) this.missing.add(name)
    return place < 0 ? undefined : place
  }
}

/** The stretches of a text that show code. Asked from the start to the end of the text. */
class CodeRanges {
  private readonly ranges: readonly { readonly first: number; readonly end: number }[]
  private next = 0

  constructor(html: string) {
    const ranges: { first: number; end: number }[] = []
    let open: string | undefined
    for (const { 1: slash, 2: name, index } of html.matchAll(/<(\/?)(pre|code|script|style)\b[^<>]*>/gi)) {
      const element = name!.toLowerCase()
      if (slash === '' && open === undefined) {
        open = element
        ranges.push({ first: index, end: html.length })
      } else if (slash !== '' && open === element) {
        open = undefined
        ranges.at(-1)!.end = index
      }
    }
    this.ranges = ranges
  }

  holds(place: number): boolean {
    while (this.next < this.ranges.length && this.ranges[this.next]!.end <= place) this.next += 1
    const range = this.ranges[this.next]
    return range !== undefined && range.first <= place
  }
}
