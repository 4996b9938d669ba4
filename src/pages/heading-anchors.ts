import { attribute, type Html, trusted } from '../markup/html.ts'
import { toTextOfHtml } from '../markup/html-text.ts'
import { toSlug } from '../posts/slug.ts'

export interface Heading {
  /** Of its element, for links to it. */
  readonly id: string
  readonly text: string
  /** 2 to 6. */
  readonly level: number
}

export interface AnchoredText {
  readonly body: Html
  readonly headings: readonly Heading[]
}

/**
 * Gives each heading of a rendered text an id, and makes it a link to itself where it holds no other link.
 *
 * @param taken - Ids of the page around the text.
 */
export function anchorHeadings(body: Html, taken: Iterable<string>): AnchoredText {
  if (!body.text.includes('<h')) return { body, headings: [] }
  const ids = new Set(taken)
  const headings: Heading[] = []
  const anchored = body.text.replace(heading, (whole, level: string, content: string) => {
    const text = toTextOfHtml(content)
    if (text === '') return whole
    const id = toFreeId(text, ids)
    headings.push({ id, text, level: Number(level) })
    const linked = content.includes('<a ') ? content : `<a href="#${id}">${content}</a>`
    return `<h${level}${attribute('id', id)}>${linked}</h${level}>`
  })
  return { body: trusted(anchored), headings }
}

/** As the Markdown renderer writes them: without attributes, and what a post says of `<h2>` is escaped. */
const heading = /<h([2-6])>(.*?)<\/h\1>/gs

function toFreeId(text: string, ids: Set<string>): string {
  const slug = toSlug(text, { maxLength: 60 })
  let id: string = slug
  for (let number = 2; ids.has(id); number++) id = `${slug}-${number}`
  ids.add(id)
  return id
}
