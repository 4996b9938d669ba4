import { escapeInline } from '../markup/markdown-escape.ts'
import type { LlmsLink, LlmsView } from '../pages/llms-view.ts'

/** Markdown: title, description, and links by section. */
export const formatLlms = ({ title, description, sections }: LlmsView): string =>
  [
    `# ${toLine(title)}\n`,
    ...(description === '' ? [] : [`> ${toLine(description)}\n`]),
    ...sections.map(({ heading, links }) => `## ${toLine(heading)}\n\n${links.map(formatLink).join('')}`),
  ].join('\n')

const formatLink = ({ text, url, note }: LlmsLink): string =>
  `- [${toLine(text || url)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})${note === '' ? '' : `: ${toLine(note)}`}\n`

const toLine = (text: string): string => escapeInline(text.replace(/\s+/g, ' ').trim()).replaceAll(']', '\\]')
