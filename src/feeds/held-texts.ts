import { escapeXml } from '../markup/xml.ts'
import { escapePlainText } from './xml-parts.ts'

/** Keeps texts, addresses and dates out of a library's sight: it gets stand-ins for them, numbered from 0 on. */
export class HeldTexts {
  readonly #texts: string[] = []
  readonly #dates: Date[] = []

  /** Takes a text that is escaped for the place where it will stand. */
  hold(markup: string): string {
    return `urn:held:${this.#texts.push(markup) - 1}`
  }

  /** Takes plain text. */
  holdText(plain: string): string {
    return this.hold(escapePlainText(plain))
  }

  holdUrl(url: string): string {
    return this.hold(escapeXml(url))
  }

  /** Takes up to a thousand dates: each gets a year of its own. */
  holdDate(date: Date): Date {
    return new Date(Date.UTC(firstYear + this.#dates.push(date) - 1, 0))
  }

  /** Puts the texts in the places of their stand-ins. @returns What stands before the content, and after it; all of it where there is none. */
  release(markup: HeldMarkup): readonly string[] {
    const parts = [markup.start]
    for (const { held, number, after } of markup.places) {
      if (held === 'content') parts.push(after)
      else parts[parts.length - 1] += this.#find(held, number) + after
    }
    return parts
  }

  #find(held: 'text' | 'iso' | 'utc', number: number): string {
    if (held === 'text') return this.#texts[number]!
    const date = this.#dates[number]!
    return held === 'iso' ? date.toISOString() : date.toUTCString()
  }
}

/** What the library gets for the content of an entry. */
export const contentStandIn = 'urn:content'

/** Four digits, as in the years of all others. */
const firstYear = 9000

/** Markup with places for what is held. */
export interface HeldMarkup {
  readonly start: string
  readonly places: readonly HeldPlace[]
}

interface HeldPlace {
  /** A text, a date as ISO 8601 or RFC 822 writes it, or the content. */
  readonly held: 'text' | 'iso' | 'utc' | 'content'
  readonly number: number
  /** What follows, up to the next place. */
  readonly after: string
}

/**
 * Finds the stand-ins in what the library wrote.
 *
 * `feed` escapes some texts twice, others not at all, puts titles into CDATA and sends ids through `new URL()`. So it sees none: it gets a
 * URI without any character that could be escaped, and writes that. It follows that until the texts are released, every `<` in what it
 * wrote is its own markup, and what it gets wrong there can be mended by plain replacements.
 */
export function findHeld(markup: string): HeldMarkup {
  const found = [...markup.matchAll(anyStandIn)]
  const places = found.map((match, at): HeldPlace => {
    const after = markup.slice(match.index + match[0].length, found[at + 1]?.index)
    const { inData, inText, isoYear, utcYear, content } = match.groups!
    if (content !== undefined) return { held: 'content', number: 0, after }
    const year = isoYear ?? utcYear
    if (year === undefined) return { held: 'text', number: Number(inData ?? inText), after }
    return { held: isoYear === undefined ? 'utc' : 'iso', number: Number(year) - firstYear, after }
  })
  return { start: markup.slice(0, found[0]?.index), places }
}

const anyStandIn =
  /<!\[CDATA\[(?<content>urn:content)\]\]>|<!\[CDATA\[urn:held:(?<inData>\d+)\]\]>|urn:held:(?<inText>\d+)|(?<isoYear>9\d{3})-01-01T00:00:00\.000Z|\w{3}, 01 Jan (?<utcYear>9\d{3}) 00:00:00 GMT/g
