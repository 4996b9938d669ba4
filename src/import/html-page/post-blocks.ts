import type { HtmlElement } from '../html-body/html-nodes.ts'
import type { HtmlLine } from './page-lines.ts'

/** The lines of a page that one post takes, and where its title stands among them. */
export interface PostBlock {
  readonly lines: readonly HtmlLine[]
  /** The element that holds the post and nothing else, where there is one. */
  readonly element?: HtmlElement | undefined
  /** The element of its title, where the way it was found tells. */
  readonly title?: HtmlElement | undefined
  /** Lines between the post before and this one. */
  readonly above: readonly HtmlLine[]
}

/** Characters of running text: what isn't a link, a date or a button. */
export const countText = (lines: readonly HtmlLine[]): number =>
  lines.reduce((sum, { region, unlinkedLength }) => sum + (region === 'content' ? unlinkedLength : 0), 0)

/** Gives each block the lines between it and the one before. */
export function addLinesAbove(
  blocks: readonly Omit<PostBlock, 'above'>[],
  lines: readonly HtmlLine[],
): readonly PostBlock[] {
  return blocks.map((block, i) => {
    const start = i === 0 ? 0 : blocks[i - 1]!.lines.at(-1)!.index + 1
    return { ...block, above: lines.slice(start, block.lines[0]!.index) }
  })
}
