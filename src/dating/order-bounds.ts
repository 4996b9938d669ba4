import { type Days, everyDay, intersect, type Span } from './span.ts'

/**
 * The days that each of many articles may have been written on, while evidence is added, under one order: no article is
 * older than those that stand below it.
 *
 * The earliest days that fit together are found by carrying earliest days up the page, the latest by carrying latest days
 * down, and both are exact for each article by itself: solutions of such a system are closed under minimum and maximum.
 * So no search is needed.
 */
export class OrderBounds {
  readonly #newer: readonly (readonly number[])[]
  readonly #older: readonly (readonly number[])[]
  readonly #days: Days[]
  readonly #first: number[]
  readonly #last: number[]
  /** What an addition changed, to take it back where it doesn't fit. */
  #undo: (() => void)[] = []
  #mostChanges = Number.POSITIVE_INFINITY

  /** @param sequences - Places of articles, newest first. */
  constructor(count: number, sequences: readonly (readonly number[])[]) {
    const newer: number[][] = Array.from({ length: count }, () => [])
    const older: number[][] = Array.from({ length: count }, () => [])
    for (const sequence of sequences)
      for (let i = 1; i < sequence.length; i++) {
        older[sequence[i - 1]!]!.push(sequence[i]!)
        newer[sequence[i]!]!.push(sequence[i - 1]!)
      }
    this.#newer = newer
    this.#older = older
    this.#days = Array.from({ length: count }, () => [everyDay])
    this.#first = Array.from({ length: count }, () => everyDay.first)
    this.#last = Array.from({ length: count }, () => everyDay.last)
  }

  /** First and last day that an article can have been written on. */
  boundsOf(article: number): Span {
    return { first: this.#first[article]!, last: this.#last[article]! }
  }

  /** The stretches of days that are left within the bounds. */
  daysOf(article: number): Days {
    return intersect(this.#days[article]!, [this.boundsOf(article)])
  }

  /**
   * Takes in what fits with all before, as one; leaves everything as it was, and says false, where it doesn't.
   *
   * @param pieces - Of articles, newest first.
   * @param mostOthers - It doesn't fit either where it would narrow the days of more other articles than so many.
   */
  add(
    pieces: readonly { readonly article: number; readonly days: Days }[],
    mostOthers: number = Number.POSITIVE_INFINITY,
  ): boolean {
    this.#undo = []
    this.#mostChanges = mostOthers + 2 * pieces.length
    // Newest first upwards and oldest first downwards: so a bound is carried one step, not through the whole archive.
    const fits =
      pieces.every(({ article, days }) => this.#narrow(article, days)) &&
      pieces.every(({ article }) => this.#raise(article)) &&
      pieces.toReversed().every(({ article }) => this.#lower(article))
    if (!fits) for (const undo of this.#undo.toReversed()) undo()
    return fits
  }

  /** Takes in what bounds one article and no other, where that leaves it any day; says whether it did. */
  addTo(article: number, days: Days): boolean {
    const left = intersect(this.daysOf(article), days)
    if (left.length === 0) return false
    this.#days[article] = left
    this.#first[article] = left[0]!.first
    this.#last[article] = left.at(-1)!.last
    return true
  }

  #narrow(article: number, days: Days): boolean {
    const before = this.#days[article]!
    const after = intersect(before, days)
    this.#undo.push(() => {
      this.#days[article] = before
    })
    this.#days[article] = after
    return after.length > 0
  }

  /** Moves an article's first day on to one that is left, and those of newer articles with it. */
  #raise(start: number): boolean {
    const waiting = [{ article: start, from: this.#first[start]! }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { article, from } = next
      const before = this.#first[article]!
      const wanted = Math.max(before, from)
      const span = this.#days[article]!.find(({ last }) => last >= wanted)
      const first = span && Math.max(wanted, span.first)
      if (first === undefined || first > this.#last[article]!) return false
      if (first === before) continue
      if (this.#undo.length > this.#mostChanges) return false
      this.#undo.push(() => {
        this.#first[article] = before
      })
      this.#first[article] = first
      for (const other of this.#newer[article]!)
        if (this.#first[other]! < first) waiting.push({ article: other, from: first })
    }
    return true
  }

  /** Moves an article's last day back to one that is left, and those of older articles with it. */
  #lower(start: number): boolean {
    const waiting = [{ article: start, to: this.#last[start]! }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { article, to } = next
      const before = this.#last[article]!
      const wanted = Math.min(before, to)
      const span = this.#days[article]!.findLast(({ first }) => first <= wanted)
      const last = span && Math.min(wanted, span.last)
      if (last === undefined || last < this.#first[article]!) return false
      if (last === before) continue
      if (this.#undo.length > this.#mostChanges) return false
      this.#undo.push(() => {
        this.#last[article] = before
      })
      this.#last[article] = last
      for (const other of this.#older[article]!)
        if (this.#last[other]! > last) waiting.push({ article: other, to: last })
    }
    return true
  }
}
