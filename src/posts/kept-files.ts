import { statSync } from 'node:fs'

/**
 * What was made of files: of those that nobody has touched since, nothing has to be read again.
 *
 * A file that changed within moments before it was read may change again without its time telling so: it isn't kept.
 */
export class KeptFiles<Result> {
  #known: ReadonlyMap<string, Kept<Result>>
  #asked = new Map<string, Kept<Result>>()

  constructor(known: ReadonlyMap<string, Kept<Result>> = new Map()) {
    this.#known = known
  }

  /** @param read - May throw; then nothing is kept. */
  recall(file: string, read: () => Result): Result {
    const stamp = readStamp(file)
    const known = this.#known.get(file)
    if (known !== undefined && stamp !== undefined && known.stamp === stamp.text) {
      this.#asked.set(file, known)
      return known.result
    }
    const startMs = Date.now()
    const result = read()
    const isSettled = stamp !== undefined && startMs - stamp.changedMs > stamp.momentMs
    this.#asked.set(file, { stamp: isSettled ? stamp.text : undefined, result })
    return result
  }

  /** What was made of a file the last time, whatever was done to it since. */
  findLatest(file: string): Result | undefined {
    return this.#known.get(file)?.result
  }

  /** All files were asked for: the others are forgotten. */
  end(): void {
    this.#known = this.#asked
    this.#asked = new Map()
  }

  /** Those that were asked for the last time. */
  get entries(): ReadonlyMap<string, Kept<Result>> {
    return this.#known
  }
}

export interface Kept<Result> {
  /** Absent where the file has to be read again in any case. */
  readonly stamp: string | undefined
  readonly result: Result
}

/** Some file systems count time in steps of up to two seconds; all others follow the system's clock. */
const longestMomentMs = 2_500
const shortestMomentMs = 100

/** By which one sees whether somebody touched a file. */
interface Stamp {
  readonly text: string
  readonly bytes: number
  readonly changedMs: number
  /** In which the file may have changed twice. */
  readonly momentMs: number
}

/** `undefined` where there is no such file. */
export function readStamp(file: string): Stamp | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) return undefined
  const { dev, ino, size, mtimeMs, ctimeMs } = found
  const changedMs = Math.max(mtimeMs, ctimeMs)
  return {
    text: `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs}`,
    bytes: size,
    changedMs,
    momentMs: Number.isInteger(changedMs) ? longestMomentMs : shortestMomentMs,
  }
}
