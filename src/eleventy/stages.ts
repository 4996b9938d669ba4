import { performance } from 'node:perf_hooks'
import type { Steps } from '../steps.ts'

/** What a build does, in this order, in the words that a person is told. */
const stageNames = {
  read: 'Reading posts',
  relations: 'Comparing texts',
  model: 'Sorting posts',
  feeds: 'Planning feeds',
  plans: 'Planning pages',
  write: 'Writing pages and feeds',
  images: 'Drawing pictures',
  search: 'Indexing for search',
}

export type Stage = keyof typeof stageNames

/** Who is told how a build goes. */
export interface StageAudience {
  /** A person watches, who did not ask for quiet: one line that names the stage, and disappears with it. */
  readonly isWatched: boolean
  /** A line for each stage, once it is done, is asked for. */
  readonly isLogged: boolean
  readonly write: (text: string) => void
}

/** The stages of builds: each is measured for `npm run bench` and profilers, and told to those who wait. */
export class Stages {
  readonly #audience: StageAudience
  #start: number | undefined
  #shownAt = 0

  constructor(audience: StageAudience) {
    this.#audience = audience
  }

  run<Result>(stage: Stage, work: () => Result): Result {
    const start = this.#begin(stage)
    const result = work()
    if (result instanceof Promise) return result.finally(() => this.#end(stage, start)) as Result
    this.#end(stage, start)
    return result
  }

  *runSteps<Result>(stage: Stage, steps: Steps<Result>): Steps<Result> {
    const start = this.#begin(stage)
    const result = yield* steps
    this.#end(stage, start)
    return result
  }

  /** How far the stage is. */
  tell(stage: Stage, done: number, total: number): void {
    if (this.#audience.isWatched && performance.now() - this.#shownAt >= pauseMs)
      this.#show(stage, ` ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`)
  }

  /** While a stage works, nothing can be shown: so it is named when it begins, unless the build has just begun too. */
  #show(stage: Stage, howFar = ''): void {
    const now = performance.now()
    if (!this.#audience.isWatched || now - (this.#start ?? now) < quickMs) return
    const stages = Object.keys(stageNames)
    const place = `${stages.indexOf(stage) + 1}/${stages.length}`
    this.#audience.write(`\r\u001B[K[tag-archive] ${place} ${stageNames[stage]}…${howFar}`)
    this.#shownAt = now
  }

  #begin(stage: Stage): number {
    const start = performance.now()
    this.#start = stage === 'read' ? start : (this.#start ?? start)
    this.#show(stage)
    return start
  }

  #end(stage: Stage, start: number): void {
    const { duration } = performance.measure(`tag-archive:${stage}`, { start, end: performance.now() })
    if (this.#shownAt > 0) this.#audience.write('\r\u001B[K')
    this.#shownAt = 0
    if (!this.#audience.isLogged) return
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
    this.#audience.write(
      `[tag-archive] ${stageNames[stage]}: ${(duration / 1000).toFixed(2)} s, at most ${peakMb} MiB so far\n`,
    )
  }
}

/** A person doesn't wonder yet. */
const quickMs = 500
/** Between two looks at the line. */
const pauseMs = 100

/** Standard error, where it is a terminal; `--quiet` asks for silence, `DEBUG=tag-archive` for a line per stage. */
export function readAudience({ argv, env, stderr }: Pick<NodeJS.Process, 'argv' | 'env' | 'stderr'>): StageAudience {
  return {
    isWatched: stderr.isTTY === true && !argv.includes('--quiet'),
    isLogged: /(?:^|[\s,])(?:\*|tag-archive)/.test(env.DEBUG ?? ''),
    write: (text) => stderr.write(text),
  }
}
