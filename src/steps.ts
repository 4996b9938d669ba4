/** Work that pauses between its steps, so that others can have their turn. */
export type Steps<Result> = Generator<undefined, Result>

/** Does all steps at once. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Lets others have their turn where that is due. Throws where the work is no longer wanted. */
export type TakeTurn = () => Promise<void> | undefined

export async function runInTurns<Result>(steps: Steps<Result>, takeTurn: TakeTurn): Promise<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await takeTurn()
  }
}

/** For work that nobody has to wait beside. */
export const takeNoTurn: TakeTurn = () => undefined
