import type { Messages } from '../i18n/messages.ts'
import { html } from '../markup/html.ts'
import { contentOf, type Entry } from './feed.ts'

/** Readers refuse documents from 1 MB on. */
export const mostBytes: number = 512 * 1024

/**
 * Gives the longest entries of a document as summaries, until it is no larger than allowed in any format. Each says so,
 * and links to its page.
 */
export function limitSize(entries: readonly Entry[], messages: Messages): readonly Entry[] {
  if (entries.reduce((sum, entry) => sum + boundEntry(entry), headBytes) <= mostBytes) return entries
  const sizes = entries.map((entry) => ({ entry, bytes: measureEntry(entry) })).sort((a, b) => b.bytes - a.bytes)
  let total = headBytes + sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  const brief = new Map<Entry, Entry>()
  for (const { entry, bytes } of sizes) {
    if (total <= mostBytes) break
    const summarised = toBriefEntry(entry, messages)
    brief.set(entry, summarised)
    total += measureEntry(summarised) - bytes
  }
  return brief.size === 0 ? entries : entries.map((entry) => brief.get(entry) ?? entry)
}

/**
 * No less than `measureEntry` says, and sooner known: most documents are far from the limit. A unit of UTF-16 takes three bytes at most, and of
 * what texts and content may hold JSON escapes no byte by more than two.
 */
function boundEntry(entry: Entry): number {
  const texts = listTexts(entry)
  const units = texts.reduce((sum, { length }) => sum + length + 1, 1)
  return frameBytes + longestReference * 3 * units + 2 * (entry.content?.length ?? 0) + 2
}

/** The most bytes that an entry takes in any format. JSON escapes quotes and line breaks of its content, CDATA nothing. */
const measureEntry = (entry: Entry): number =>
  frameBytes +
  longestReference * bytesOf(JSON.stringify(listTexts(entry))) +
  bytesOf(JSON.stringify(contentOf(entry) ?? ''))

const listTexts = ({ title, summary, categories, url, id }: Entry): readonly string[] => [
  title,
  summary,
  ...categories,
  ...categories,
  url,
  id,
]

function toBriefEntry(entry: Entry, { feeds }: Messages): Entry {
  const content = html`<p>${entry.summary}</p>
<p><em>${feeds.tooLong} <a href="${entry.url}">${feeds.readWhole}</a></em></p>
`.text
  return { ...entry, content: Buffer.from(content) }
}

const headBytes = 4096
/** Names of elements, dates and the author of one entry. */
const frameBytes = 2048
/** `&#x26;`: no reference for one character is longer. */
const longestReference = 6

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8')
