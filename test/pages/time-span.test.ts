import { expect, test } from 'vitest'
import type { PostDate } from '../../src/dating/post-date.ts'
import { fr } from '../../src/i18n/fr.ts'
import { describeSpan } from '../../src/pages/time-span.ts'
import { post } from '../posts/build-post.ts'
import { inferred, stated } from './sample-site.ts'

const spanOf = (...dates: (PostDate | undefined)[]) =>
  describeSpan(
    dates.map((date, index) => post(`Article ${index}`, date === undefined ? {} : { date })),
    fr.dates,
  )

const sometimeIn2022 = inferred('2022-02-01', '2022-06-15', '2022-11-30', '')

test.each([
  ['from month to month', [stated('2019-04-15'), stated('2024-12-08')], 'd’avril 2019 à décembre 2024'],
  ['the same, newest first', [stated('2024-12-08'), stated('2019-04-15')], 'd’avril 2019 à décembre 2024'],
  ['one month', [stated('2024-12-08'), stated('2024-12-01')], 'décembre 2024'],
  ['a year where the month is not known', [sometimeIn2022, stated('2024-12-08')], 'de 2022 à décembre 2024'],
  ['without what is not dated', [undefined, stated('2024-12-08'), undefined], 'décembre 2024'],
  ['nothing where nothing is dated', [undefined], undefined],
])('tells %s', (_name, dates, expected) => {
  expect(spanOf(...dates)).toBe(expected)
})
