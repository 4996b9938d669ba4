import type { Heading } from './heading-anchors.ts'
import type { LinkView } from './page-frame.ts'

/** A part of a long article, and the parts within it. */
export interface ContentsEntry {
  readonly link: LinkView
  readonly parts: readonly LinkView[]
}

/** Shorter ones are looked over by scrolling. */
const leastMinutes = 4
const leastParts = 3

/** The table of contents of an article; empty where it would only stand in the way. */
export function toContents(headings: readonly Heading[], minutes: number): readonly ContentsEntry[] {
  if (minutes < leastMinutes || headings.filter(isPart).length < leastParts) return []
  const entries: { readonly link: LinkView; readonly parts: LinkView[] }[] = []
  for (const heading of headings) {
    const link = { text: heading.text, href: `#${heading.id}` }
    if (isPart(heading)) entries.push({ link, parts: [] })
    else if (heading.level === 3) entries.at(-1)?.parts.push(link)
  }
  return entries
}

const isPart = ({ level }: Heading): boolean => level === 2
