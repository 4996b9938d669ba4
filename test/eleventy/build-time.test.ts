import { expect, test } from 'vitest'
import { readBuildTime } from '../../src/eleventy/build-time.ts'
import { catchError } from '../catch-error.ts'

test('a build’s moment can be given, as for any reproducible build', () => {
  expect(readBuildTime({ SOURCE_DATE_EPOCH: '1735689600' }).toISOString()).toBe('2025-01-01T00:00:00.000Z')
})

test.each(['yesterday', '-1', '1e9'])('SOURCE_DATE_EPOCH=%s is an error that says what it should be', (seconds) => {
  expect(catchError(() => readBuildTime({ SOURCE_DATE_EPOCH: seconds }))).toMatchObject({ code: 'BUILD_TIME_INVALID' })
})
