import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { TakeTurn } from '../steps.ts'

/**
 * Work that is done once nobody has asked for anything for a while, beside whatever else the process does, and given up
 * where it is no longer wanted. It keeps no process alive.
 */
export class LaterWork {
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  #isWanted = false

  /** @param work - Must see to its own errors, except that which `takeTurn` throws. */
  schedule(work: (takeTurn: TakeTurn) => Promise<void>): void {
    this.#isWanted = true
    this.#timer = setTimeout(() => {
      this.#running = work(this.#createTurns()).catch((error: unknown) => {
        if (!(error instanceof GivenUp)) throw error
      })
    }, quietMs).unref()
  }

  /** Waits until the work, where it has begun, has stopped. */
  async giveUp(): Promise<void> {
    clearTimeout(this.#timer)
    this.#isWanted = false
    await this.#running
  }

  #createTurns(): TakeTurn {
    let start = performance.now()
    return () => {
      if (performance.now() - start < turnMs) return undefined
      return wait(0, undefined, { ref: false }).then(() => {
        start = performance.now()
        if (!this.#isWanted) throw new GivenUp()
      })
    }
  }
}

/** The work is no longer wanted. */
export class GivenUp extends Error {}

/** Who saves again within this time is still at it. */
const quietMs = 400
/** What a request may wait for. */
const turnMs = 20
