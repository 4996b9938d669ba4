import { scoreTitleShape } from './line-scores.ts'
import { toSharedWeight } from './line-words.ts'
import type { PageLine } from './page-lines.ts'
import type { RepeatStrength } from './title-repeat.ts'

/** Paragraphs on either side that are compared. */
const windowSize = 3
/** With fewer words on either side, sharing none says nothing. */
const enoughWords = 12

/**
 * For each line, how much more its surroundings look like the border of two posts than like the inside of one: the
 * paragraphs before and after share few of their rarer words (TextTiling's idea). Positive for a border, 0 where there
 * is too little text to tell.
 *
 * This is what tells a title whose second print is missing from a subtitle. It is weak evidence on purpose: neighbours
 * in a tag archive write about one subject, and republished posts share every word.
 *
 * @see Hearst (1997), TextTiling: segmenting text into multi-paragraph subtopic passages
 */
export function scoreTopicShifts(
  lines: readonly PageLine[],
  lineWords: readonly ReadonlySet<string>[],
  repeats: readonly RepeatStrength[],
): Float64Array {
  const words = lines.map(({ text, kind }, i) => (kind === 'text' && text.length >= 60 ? lineWords[i]! : noWords))
  const lineCounts = countLines(words)
  const prose = words.filter((set) => set.size > 0).length
  const weigh = (word: string): number => {
    const count = lineCounts.get(word)!
    return count * 4 > prose && prose > 8 ? 0 : Math.log((prose + 1) / count)
  }
  return Float64Array.from(lines, (line, i) => {
    if (!couldOpenPost(line) && repeats[i + 1] === 'none') return 0
    const before = gatherWords(words, i, -1)
    const after = gatherWords(words, i, 1)
    if (before.size < enoughWords || after.size < enoughWords) return 0
    const [small, large] = before.size < after.size ? [before, after] : [after, before]
    return toScore(toSharedWeight(small, large, weigh))
  })
}

/** What is a paragraph beyond doubt, and not printed twice, needs no second look; that saves most of the work. */
const couldOpenPost = ({ kind, text }: PageLine): boolean => kind !== 'text' || scoreTitleShape(text) > -4.5

const noWords: ReadonlySet<string> = new Set()

function countLines(words: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const set of words) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Words of the nearest paragraphs before or after a line. */
function gatherWords(words: readonly ReadonlySet<string>[], line: number, step: 1 | -1): ReadonlySet<string> {
  const gathered = new Set<string>()
  let paragraphs = 0
  // Menus and lists may be long: don't look further than a few lines beyond what could be a post's.
  for (let i = line + step; i >= 0 && i < words.length && Math.abs(i - line) <= windowSize * 3; i += step) {
    if (words[i]!.size === 0) continue
    for (const word of words[i]!) gathered.add(word)
    if (++paragraphs === windowSize) break
  }
  return gathered
}

/** Nothing shared: three times likelier at a border. A tenth of the weight shared: four times likelier inside a post. */
const toScore = (share: number): number => Math.max(-1.4, 1.1 - 25 * share)
