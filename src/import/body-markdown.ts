import { escapeMarkdown } from '../markup/markdown-escape.ts'

/**
 * Lines of a post's text as Markdown: each line a paragraph, runs of bullets or of ascending numbers a list.
 *
 * A browser puts one line break where the page had one, and pages of these years end paragraphs by one as often as by
 * two; so a line stands for itself unless the caller knows better.
 *
 * @param lines - Trimmed, not empty.
 * @param continued - Places of lines that go on the paragraph of the line before, as a verse does.
 */
export function toMarkdown(lines: readonly string[], continued: ReadonlySet<number> = new Set()): string {
  const blocks = groupBlocks(lines, continued)
  return blocks.map((block, i) => formatBlock(block, followsOwnKind(blocks, i))).join('\n\n')
}

type Block =
  | { readonly kind: 'paragraph'; readonly items: readonly string[] }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | { readonly kind: 'numbers'; readonly first: number; readonly items: readonly string[] }

/** A hyphen or star with a space, or a bullet. Not a dash: French and Spanish open speech with it. */
const bulletItem = /^(?<bullet>[-*](?=\s)|[•·▪◦‣●○■►▸])\s*(?<text>\S.*)$/su
const numberItem = /^(?<number>\d{1,3})(?<mark>[.)])\s+(?<text>\S.*)$/su

function groupBlocks(lines: readonly string[], continued: ReadonlySet<number>): readonly Block[] {
  const blocks: Block[] = []
  for (let i = 0; i < lines.length; ) {
    const block =
      findBullets(lines, i) ?? findDashes(lines, i) ?? findNumbers(lines, i) ?? toParagraph(lines, i, continued)
    blocks.push(block)
    i += block.items.length
  }
  return blocks
}

function toParagraph(lines: readonly string[], start: number, continued: ReadonlySet<number>): Block {
  let end = start + 1
  while (continued.has(end) && !(findBullets(lines, end) ?? findDashes(lines, end) ?? findNumbers(lines, end))) end++
  return { kind: 'paragraph', items: lines.slice(start, end) }
}

/** Two lines or more with one bullet: a single one is as likely a dash or a footnote. */
function findBullets(lines: readonly string[], start: number): Extract<Block, { kind: 'bullets' }> | undefined {
  const { bullet } = bulletItem.exec(lines[start]!)?.groups ?? {}
  const items = takeItems(lines, start, bulletItem, (item) => item.bullet === bullet)
  return items.length > 1 ? { kind: 'bullets', items } : undefined
}

const dashItem = /^(?<bullet>[–—])\s+(?<text>\S.*)$/su

/** Speech opens with a dash as well, but ends as sentences do; items of a list after "these:" don't. */
function findDashes(lines: readonly string[], start: number): Extract<Block, { kind: 'bullets' }> | undefined {
  const items = takeItems(lines, start, dashItem, () => true)
  const isList = lines[start - 1]?.endsWith(':') && items.every((item) => !/[.!?…][\s»”"]*$/.test(item))
  return items.length > 1 && isList ? { kind: 'bullets', items } : undefined
}

/** Two lines or more whose numbers ascend by one: "2024. Une année" alone is a sentence. */
function findNumbers(lines: readonly string[], start: number): Extract<Block, { kind: 'numbers' }> | undefined {
  const { number, mark } = numberItem.exec(lines[start]!)?.groups ?? {}
  const first = Number(number)
  const items = takeItems(
    lines,
    start,
    numberItem,
    (item, i) => item.mark === mark && Number(item.number) === first + i,
  )
  return items.length > 1 ? { kind: 'numbers', first, items } : undefined
}

function takeItems(
  lines: readonly string[],
  start: number,
  pattern: RegExp,
  belongs: (item: Readonly<Record<string, string>>, index: number) => boolean,
): readonly string[] {
  const items: string[] = []
  for (let i = start; i < lines.length; i++) {
    const item = pattern.exec(lines[i]!)?.groups
    if (!item || !belongs(item, items.length)) break
    items.push(item.text!)
  }
  return items
}

/** Two lists in a row would become one, unless their markers differ. */
function followsOwnKind(blocks: readonly Block[], index: number): boolean {
  let run = 0
  while (blocks[index]!.kind !== 'paragraph' && blocks[index - run - 1]?.kind === blocks[index]!.kind) run++
  return run % 2 === 1
}

function formatBlock(block: Block, takesOtherMarker: boolean): string {
  switch (block.kind) {
    case 'paragraph':
      return block.items.map(escapeMarkdown).join('\\\n')
    case 'bullets':
      return block.items.map((item) => `${takesOtherMarker ? '*' : '-'} ${escapeMarkdown(item)}`).join('\n')
    case 'numbers':
      return block.items
        .map((item, i) => `${block.first + i}${takesOtherMarker ? ')' : '.'} ${escapeMarkdown(item)}`)
        .join('\n')
  }
}
