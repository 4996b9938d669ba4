import { describe, expect, test } from 'vitest'
import { planPages } from '../../src/pages/plan-pages.ts'
import { toTagPage } from '../../src/pages/tag-views.ts'
import type { Post } from '../../src/posts/post.ts'
import { post } from '../posts/build-post.ts'
import { inferred, modelOf, stated } from './sample-site.ts'

const onDays = (...days: string[]) =>
  days.map((day, index) => post(`Article ${index}`, { date: stated(day), tags: ['Port'] }))

function pagesOfPort(posts: readonly Post[], pageSize = 20) {
  const model = modelOf(posts)
  const plans = planPages(model, { pageSize }).tag.filter(({ tag }) => tag.name === 'Port')
  return plans.map((plan) => toTagPage(model, plan))
}

const overviewOf = (posts: readonly Post[]) => pagesOfPort(posts)[0]!.overview!

describe('the chart of a tag', () => {
  test('counts the posts of each month from the first to the last, empty months included', () => {
    const { chart, span } = overviewOf(onDays('2023-11-02', '2023-11-30', '2024-02-01', '2024-02-02', '2024-02-03'))
    expect(chart?.counts).toEqual([2, 0, 0, 3])
    expect(span).toBe('de novembre 2023 à février 2024')
    expect(chart?.label).toBe('Articles par mois, de novembre 2023 à février 2024\u00a0: 3 au plus.')
  })

  test.each([
    ['few posts', onDays('2023-11-02', '2024-02-01', '2024-02-02', '2024-02-03')],
    ['a short time', onDays('2024-01-02', '2024-02-01', '2024-02-02', '2024-02-03', '2024-02-04')],
    [
      'posts of which many could be of any month',
      [
        ...onDays('2023-01-02', '2023-03-01', '2023-05-01', '2023-07-01', '2023-09-01'),
        ...Array.from({ length: 2 }, (_, index) =>
          post(`Une note, ${index}`, { date: inferred('2022-02-01', '2022-06-15', '2022-11-30', ''), tags: ['Port'] }),
        ),
      ],
    ],
  ])('is left out for %s', (_name, posts) => {
    expect(overviewOf(posts).chart).toBeUndefined()
  })
})

test('a tag’s page names the tags that its posts have too, most in common first, and not itself', () => {
  const tagged = (title: string, ...tags: string[]) => post(title, { date: stated('2024-01-02'), tags })
  const posts = [
    tagged('Un', 'Port', 'Tram'),
    tagged('Deux', 'Quai', 'Port'),
    tagged('Trois', 'Port', 'Quai'),
    tagged('Autre', 'Gare'),
  ]
  expect(overviewOf(posts).related.map(({ text, count }) => [text, count])).toEqual([
    ['Quai', '2'],
    ['Tram', '1'],
  ])
  const shown = pagesOfPort(posts)[0]!.posts.map(({ tags }) => tags.map(({ text }) => text))
  expect(shown.flat()).not.toContain('Port')
})

test('only the first page of a tag looks over all its posts', () => {
  const [first, second] = pagesOfPort(onDays('2024-01-02', '2024-02-01', '2024-03-01'), 2)
  expect([first!.overview === undefined, second!.overview]).toEqual([false, undefined])
})
