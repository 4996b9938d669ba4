import { describe, expect, test } from 'vitest'
import type { PostDate } from '../../src/dating/post-date.ts'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import { describeElapsed, findElapsed } from '../../src/pages/elapsed.ts'
import { day } from '../posts/build-post.ts'

const stated = (text: string): PostDate => ({ kind: 'stated', day: day(text) })
const inferred = (earliest: string, latest: string): PostDate => ({
  kind: 'inferred',
  day: day(earliest),
  earliest: day(earliest),
  latest: day(latest),
  evidence: '',
})

describe('the time between two posts', () => {
  test.each<[string, PostDate | undefined, PostDate | undefined, string | undefined, string | undefined]>([
    ['stated days', stated('2023-03-01'), stated('2023-03-13'), '12 jours plus tard', '12 days later'],
    ['one day', stated('2023-02-28'), stated('2023-03-01'), '1 jour plus tard', '1 day later'],
    ['the same day', stated('2023-03-01'), stated('2023-03-01'), 'le même jour', 'the same day'],
    [
      'nearly known days',
      inferred('2023-03-01', '2023-03-04'),
      stated('2023-04-10'),
      'environ 40 jours plus tard',
      'about 40 days later',
    ],
    [
      'estimates far apart',
      inferred('2023-03-01', '2023-03-31'),
      stated('2023-12-01'),
      'environ 9 mois plus tard',
      'about 9 months later',
    ],
    [
      'stated days far apart',
      stated('2020-12-15'),
      stated('2021-06-24'),
      'environ 6 mois plus tard',
      'about 6 months later',
    ],
    [
      'stated days years apart',
      stated('2020-12-15'),
      stated('2024-06-24'),
      'environ 4 ans plus tard',
      'about 4 years later',
    ],
    [
      'estimates too vague for a number',
      inferred('2023-03-01', '2023-07-31'),
      stated('2023-12-01'),
      undefined,
      undefined,
    ],
    ['a date that is missing', undefined, stated('2023-12-01'), undefined, undefined],
    ['dates in the wrong order', stated('2023-12-01'), stated('2023-11-01'), undefined, undefined],
  ])('%s', (_, earlier, later, french, english) => {
    const elapsed = findElapsed(earlier, later)
    expect(describeElapsed(elapsed, fr, fr.threads.later)).toBe(french)
    expect(describeElapsed(elapsed, en, en.threads.later)).toBe(english)
  })
})
