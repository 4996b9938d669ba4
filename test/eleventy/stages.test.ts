import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { readAudience, Stages } from '../../src/eleventy/stages.ts'

/** Runs a build of two stages, of which the first takes this long. */
function tellOfBuild(firstMs: number, audience: { readonly isWatched: boolean; readonly isLogged?: boolean }): string {
  let now = 1000
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => now)
  onTestFinished(() => spy.mockRestore())
  let told = ''
  const stages = new Stages({ isLogged: false, ...audience, write: (text) => (told += text) })
  stages.run('read', () => {
    now += firstMs
  })
  stages.run('write', () => {
    for (const done of [1000, 2000]) {
      now += 60
      stages.tell('write', done, 3000)
    }
  })
  return told
}

describe('who waits for a build', () => {
  test('is told what it does and how far it is, on a line that disappears', () => {
    expect(tellOfBuild(2000, { isWatched: true })).toBe(
      '\r\u001B[K[tag-archive] 6/8 Writing pages and feeds…' +
        '\r\u001B[K[tag-archive] 6/8 Writing pages and feeds… 2,000 of 3,000' +
        '\r\u001B[K',
    )
  })

  test('is told nothing of a quick one', () => {
    expect(tellOfBuild(100, { isWatched: true })).toBe('')
  })

  test('is told nothing where nobody watches', () => {
    expect(tellOfBuild(2000, { isWatched: false })).toBe('')
  })

  test('is told of each stage where that is asked for', () => {
    const lines = tellOfBuild(10, { isWatched: false, isLogged: true }).trimEnd().split('\n')
    expect(lines).toEqual([
      expect.stringMatching(/^\[tag-archive\] Reading posts: \d+\.\d\d s, at most \d+ MiB so far$/),
      expect.stringMatching(/^\[tag-archive\] Writing pages and feeds: /),
    ])
  })
})

test.each([
  [true, [], undefined, true, false],
  [true, ['--quiet'], undefined, false, false],
  [undefined, [], undefined, false, false],
  [undefined, [], 'Eleventy:*,tag-archive', false, true],
  [true, ['--quiet'], '*', false, true],
  [true, [], 'Eleventy*', true, false],
])('a terminal %s, arguments %j and DEBUG=%s: watched %s, logged %s', (isTTY, argv, DEBUG, isWatched, isLogged) => {
  const stderr = { isTTY, write: () => true } as unknown as NodeJS.Process['stderr']
  expect(readAudience({ argv, env: { DEBUG }, stderr })).toMatchObject({ isWatched, isLogged })
})
