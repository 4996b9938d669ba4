import { expect, test, vi } from 'vitest'
import { LaterWork } from '../../src/eleventy/later-work.ts'
import type { TakeTurn } from '../../src/steps.ts'

const forever = async (takeTurn: TakeTurn): Promise<never> => {
  for (;;) await takeTurn()
}

test('work that has not begun is given up', async () => {
  const later = new LaterWork()
  const work = vi.fn()
  vi.useFakeTimers()
  later.schedule(work)
  await later.giveUp()
  vi.runAllTimers()
  vi.useRealTimers()
  expect(work).not.toHaveBeenCalled()
})

test('work that has begun is given up at its next turn, and others have theirs meanwhile', async () => {
  const later = new LaterWork()
  const begun = new Promise<void>((resolve) => {
    later.schedule((takeTurn) => {
      resolve()
      return forever(takeTurn)
    })
  })
  // Work keeps no process alive, so something else has to.
  const alive = setInterval(() => undefined, 10)
  await begun
  await later.giveUp()
  clearInterval(alive)
})
