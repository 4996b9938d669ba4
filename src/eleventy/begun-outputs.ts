import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/** What builds were about to write that came to no end: killed, or failed. Of such files nothing but the name is known. */
export class BegunOutputs {
  readonly #file: string
  /** Of earlier builds, relative to the folder of the outputs. */
  readonly earlier: ReadonlySet<string>

  /** @param file - Where the names are kept. */
  constructor(file: string) {
    this.#file = file
    this.earlier = new Set(readLines(file).flatMap(parseNames))
  }

  /** Keeps the names of what this build is about to write. */
  add(names: readonly string[]): void {
    if (names.length === 0) return
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true })
      appendFileSync(this.#file, `${JSON.stringify(names)}\n`)
    } catch {
      // Without it a later build asks pages and feeds themselves whose they are.
    }
  }

  /** Once all is written. @throws where the file can't be deleted. */
  forget(): void {
    rmSync(this.#file, { force: true })
  }
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

/** The last line may be cut: nothing of it was written yet. */
function parseNames(line: string): readonly string[] {
  try {
    const names: unknown = JSON.parse(line)
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && isBelow(name)) : []
  } catch {
    return []
  }
}

/** A damaged or foreign file must not lead out of the folder of the outputs. */
export const isBelow = (name: string): boolean => !path.isAbsolute(name) && !/(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name)
