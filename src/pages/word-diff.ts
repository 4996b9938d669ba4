import { lazyPackage } from '../lazy-package.ts'

const diff = lazyPackage<typeof import('diff')>('diff')

/** A stretch of text as a comparison shows it; `skipped` stands for a long passage that both texts share. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed' | 'skipped'
  readonly text: string
}

export interface WordDiff {
  readonly parts: readonly DiffPart[]
  /** Words that only the later text has. */
  readonly added: number
  /** Words that only the earlier text has. */
  readonly removed: number
}

/**
 * Compares two plain texts word by word, for people to read: neighbouring changes are joined, long equal passages are
 * shortened to the words around a change.
 */
export function diffWords(from: string, to: string): WordDiff {
  const parts = joinChanges(findChanges(from, to))
  return {
    parts: parts.flatMap((part, index) => shortenSame(part, index === 0, index === parts.length - 1)),
    added: countWords(parts, 'added'),
    removed: countWords(parts, 'removed'),
  }
}

/** Myers' algorithm takes time by the number of edits: beyond these, whole paragraphs are compared. */
const mostEdits = 2_000
const contextWords = 12
const longestSameWords = 40

const words = /[\p{L}\p{M}\p{N}]+/gu
/** With the signs that belong to them: a passage is cut at spaces, never within "6,5" or before a comma. */
const wordsBetweenSpaces = /\S*[\p{L}\p{N}]\S*/gu
const tokens = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

function findChanges(from: string, to: string): readonly DiffPart[] {
  const byWord = diff().diffArrays(from.match(tokens) ?? [], to.match(tokens) ?? [], { maxEditLength: mostEdits })
  const changes = byWord ?? diff().diffArrays(from.split(/(?<=\n\n)/), to.split(/(?<=\n\n)/))
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** "red car" → "blue van" is one change, not two with an equal space between them. */
function joinChanges(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed })
    if (added !== '') joined.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const [index, { kind, text }] of parts.entries()) {
    const isSpaceBetween = removed !== '' && added !== '' && index < parts.length - 1 && /^[^\S\n]+$/.test(text)
    if (kind !== 'added' && (kind === 'removed' || isSpaceBetween)) removed += text
    if (kind !== 'removed' && (kind === 'added' || isSpaceBetween)) added += text
    if (kind === 'same' && !isSpaceBetween) {
      flush()
      joined.push({ kind, text })
    }
  }
  flush()
  return joined
}

function shortenSame(part: DiffPart, isFirst: boolean, isLast: boolean): readonly DiffPart[] {
  if (part.kind !== 'same') return [part]
  const places = [...part.text.matchAll(wordsBetweenSpaces)]
  if (places.length <= longestSameWords) return [part]
  const endOfStart = places[contextWords - 1]!.index + places[contextWords - 1]![0].length
  const startOfEnd = places[places.length - contextWords]!.index
  const start: DiffPart = { kind: 'same', text: part.text.slice(0, endOfStart) }
  const end: DiffPart = { kind: 'same', text: part.text.slice(startOfEnd) }
  const skipped: DiffPart = { kind: 'skipped', text: part.text.slice(endOfStart, startOfEnd) }
  return [...(isFirst ? [] : [start]), skipped, ...(isLast ? [] : [end])]
}

const countWords = (parts: readonly DiffPart[], kind: DiffPart['kind']): number =>
  parts.reduce((sum, part) => (part.kind === kind ? sum + (part.text.match(words)?.length ?? 0) : sum), 0)
