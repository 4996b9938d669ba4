import { performance } from 'node:perf_hooks'

/** Runs a stage and notes how long it took, for `npm run bench` and profilers. */
export function measureStage<Result>(stage: string, work: () => Result): Result {
  const start = performance.now()
  const result = work()
  if (result instanceof Promise) return result.finally(() => note(stage, start)) as Result
  note(stage, start)
  return result
}

const note = (stage: string, start: number): void => {
  performance.measure(`tag-archive:${stage}`, { start })
}
