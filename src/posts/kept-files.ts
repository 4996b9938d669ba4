import { type BigIntStats, statSync } from 'node:fs'

/**
 * What was made of files, kept while a process lives: of those that nobody has touched since, nothing has to be read again.
 *
 * A file that changed within moments before it was read may change again without its time telling so: it isn't kept.
 */
export class KeptFiles<Result> {
  #earlier = new Map<string, Kept<Result>>()
  #now = new Map<string, Kept<Result>>()

  /** Forgets files that weren't asked for since the last time. */
  begin(): void {
    this.#earlier = this.#now
    this.#now = new Map()
  }

  /** @param read - May throw; then nothing is kept. */
  recall(file: string, read: () => Result): Result {
    const stamp = readStamp(file)
    const known = this.#earlier.get(file)
    if (known !== undefined && stamp !== undefined && known.stamp === stamp.text) {
      this.#now.set(file, known)
      return known.result
    }
    const startMs = Date.now()
    const result = read()
    if (stamp !== undefined && startMs - stamp.changedMs > momentMs) this.#now.set(file, { stamp: stamp.text, result })
    return result
  }
}

interface Kept<Result> {
  readonly stamp: string
  readonly result: Result
}

/** File systems count time in steps of up to two seconds. */
const momentMs = 2_500

function readStamp(file: string): { readonly text: string; readonly changedMs: number } | undefined {
  const found: BigIntStats | undefined = statSync(file, { bigint: true, throwIfNoEntry: false })
  if (found === undefined) return undefined
  const { dev, ino, size, mtimeNs, ctimeNs } = found
  const latest = mtimeNs > ctimeNs ? mtimeNs : ctimeNs
  return { text: [dev, ino, size, mtimeNs, ctimeNs].join(' '), changedMs: Number(latest / 1_000_000n) }
}
