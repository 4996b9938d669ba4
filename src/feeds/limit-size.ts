import type { Messages } from '../i18n/messages.ts'
import { html } from '../markup/html.ts'
import type { Entry } from './feed.ts'

/** Readers refuse documents from 1 MB on. */
export const mostBytes: number = 512 * 1024

/**
 * Gives the longest entries of a document as summaries, until it is no larger than allowed in any format. Each says so,
 * and links to its page.
 */
export function limitSize(entries: readonly Entry[], messages: Messages): readonly Entry[] {
  let total = headBytes + entries.reduce((sum, { bytes }) => sum + bytes, 0)
  const brief = new Map<Entry, Entry>()
  for (const entry of [...entries].sort((a, b) => b.bytes - a.bytes)) {
    if (total <= mostBytes) break
    const summarised = toBriefEntry(entry, messages)
    brief.set(entry, summarised)
    total += summarised.bytes - entry.bytes
  }
  return brief.size === 0 ? entries : entries.map((entry) => brief.get(entry) ?? entry)
}

/** The most bytes that an entry takes in any format. JSON escapes quotes and line breaks of its content, CDATA nothing. */
export function measureEntry({ content, title, summary, categories, url, id }: Omit<Entry, 'bytes'>): number {
  const plain = [title, summary, ...categories, ...categories, url, id]
  return frameBytes + longestReference * bytesOf(JSON.stringify(plain)) + bytesOf(JSON.stringify(content ?? ''))
}

function toBriefEntry(entry: Entry, { feeds }: Messages): Entry {
  const content = html`<p>${entry.summary}</p>
<p><em>${feeds.tooLong} <a href="${entry.url}">${feeds.readWhole}</a></em></p>
`.text
  return { ...entry, content, bytes: measureEntry({ ...entry, content }) }
}

const headBytes = 4096
/** Names of elements, dates and the author of one entry. */
const frameBytes = 2048
/** `&#x26;`: no reference for one character is longer. */
const longestReference = 6

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8')
