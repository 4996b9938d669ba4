import { endsSentence, scoreTitleShape } from './line-scores.ts'
import { toSharedWeight, toStems } from './line-words.ts'
import type { PageLine } from './page-lines.ts'
import type { RepeatStrength } from './title-repeat.ts'

/** So many titles that stand twice make it the page's habit. */
const enoughTitles = 2

/**
 * For each label (a short line over a paragraph) of a page that prints its titles twice, how much it speaks for a title
 * whose second print is missing rather than for a subtitle; `undefined` for all other lines.
 *
 * A person asks what these scores ask: How many such lines are there? Themes lose a print now and then, while writers who
 * use subtitles use several. Do the line and the text under it go on with the post above? Is that text long enough to be
 * a post of this page? The weights were fitted, then rounded, on the labels of labelled archives and on the same
 * archives with one second print taken away; there they decide four of five.
 */
export function scoreLostPrints(
  lines: readonly PageLine[],
  repeats: readonly RepeatStrength[],
): readonly (number | undefined)[] {
  const posts = findCertainPosts(lines, repeats)
  const labels = posts.length < enoughTitles ? [] : findLabels(lines, posts)
  const count = labels.reduce((sum, ofPost) => sum + ofPost.length, 0)
  const scores: (number | undefined)[] = lines.map(() => undefined)
  if (count === 0) return scores
  const weigh = weighByPosts(lines, posts)
  const usualLength = findMedian(posts.flatMap((post, n) => (labels[n]!.length > 0 ? [] : [countLetters(lines, post)])))
  const habit = clamp(-0.6 * Math.log(count / posts.length), -1.5, 1.5)
  for (const [n, post] of posts.entries()) {
    const sections = labels[n]!.map((label, k) => ({ start: label + 1, end: labels[n]![k + 1] ?? post.end }))
    const company = sections.length > 1 ? -0.3 : 0
    for (const [k, label] of labels[n]!.entries()) {
      const length = usualLength === undefined ? 0 : scoreLength(countLetters(lines, sections[k]!) / usualLength)
      const rest = sections.slice(k, k + longestForesight)
      scores[label] =
        habit + company + length + scoreLabel(lines[label]!) + scoreContinuation(lines, post, label, rest, weigh)
    }
  }
  return scores
}

/** Questions and quotations are subtitles rather than titles; one word is either, though it looks like no title else. */
const scoreLabel = ({ text }: PageLine): number =>
  4 + (/\?\s*$|^["“”«„].*["“”»]$/u.test(text) ? -1.7 : 0) + (text.length < 10 ? 2.4 : 0)

/** Lines from one index up to another, that one excluded. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** From each title that stands twice to the next one. */
function findCertainPosts(lines: readonly PageLine[], repeats: readonly RepeatStrength[]): readonly Stretch[] {
  const isCertain = (i: number) => repeats[i + 1] !== undefined && repeats[i + 1] !== 'none' && repeats[i] === 'none'
  const starts = lines.flatMap((_, i) => (isCertain(i) ? [i] : []))
  return starts.map((start, n) => ({ start, end: starts[n + 1] ?? lines.length }))
}

const longestLabel = 120

/** For each post, its labels, set off as its title is; another post's title is none. */
function findLabels(lines: readonly PageLine[], posts: readonly Stretch[]): readonly (readonly number[])[] {
  const titles = new Set(posts.map(({ start }) => lines[start]!.folded))
  const gapAbove = findSmallest(posts.map(({ start }) => lines[start]!.gap))
  const gapBelow = findSmallest(posts.map(({ start }) => lines[start + 1]!.gap))
  const isLabel = (i: number) =>
    (lines[i]!.kind === 'text' || lines[i]!.kind === 'refrain') &&
    lines[i]!.text.length <= longestLabel &&
    scoreTitleShape(lines[i]!.text) > 1.5 &&
    !titles.has(lines[i]!.folded) &&
    isParagraph(lines[i + 1]) &&
    lines[i]!.gap >= gapAbove &&
    lines[i + 1]!.gap >= gapBelow
  return posts.map(({ start, end }) => range(start + 3, end).filter(isLabel))
}

const range = (start: number, end: number): readonly number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i)

const isParagraph = (line: PageLine | undefined): boolean =>
  line?.kind === 'text' && (line.text.length >= 60 || (line.text.length >= 30 && endsSentence(line.text)))

const countLetters = (lines: readonly PageLine[], stretch: Stretch): number =>
  takeText(lines, stretch).reduce((sum, { text }) => sum + text.length, 0)

const takeText = (lines: readonly PageLine[], { start, end }: Stretch): readonly PageLine[] =>
  lines.slice(start, end).filter(({ kind }) => kind === 'text')

const findSmallest = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)

const findMedian = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** What stands under a subtitle is mostly shorter than a post. */
const scoreLength = (share: number): number => clamp(2 * Math.log(share), -2.5, 0)

/** So many lines above a label, and sections from it on, are compared. */
const longestMemory = 50
const longestForesight = 4

/**
 * Whether the label, or any section from it to the next certain post, goes on with the words of the post above or of its
 * title: what stands under a title of its own doesn't, and what stands between two parts of a post is of that post.
 */
function scoreContinuation(
  lines: readonly PageLine[],
  post: Stretch,
  label: number,
  sections: readonly Stretch[],
  weigh: (stem: string) => number,
): number {
  const above = takeText(lines, { start: Math.max(post.start, label - longestMemory), end: label })
  const own = toSharedWeight(toStems([lines[label]!], 3), toStems(above, 3), weigh)
  const title = toStems([lines[post.start]!], 4)
  const text = toStems(above, 4)
  const goesOn = sections.map((section) => {
    const words = toStems(takeText(lines, section), 4)
    return Math.min(2, 4 * toSharedWeight(title, words, weigh)) + Math.min(2, 14 * toSharedWeight(words, text, weigh))
  })
  return -Math.min(2, 3.5 * own) - Math.max(...goesOn)
}

/** A word of one post weighs more than one that is met in many, and a long word more than a short one, which joins others. */
function weighByPosts(lines: readonly PageLine[], posts: readonly Stretch[]): (stem: string) => number {
  const counts = new Map<string, number>()
  for (const post of posts)
    for (const stem of toStems(takeText(lines, post), 3)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return (stem) => Math.log((posts.length + 1) / (counts.get(stem) ?? 1)) * ((stem.length - 1) / 4)
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
