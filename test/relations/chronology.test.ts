import { describe, expect, test } from 'vitest'
import type { PostDate } from '../../src/dating/post-date.ts'
import type { Post } from '../../src/posts/post.ts'
import { isSameMoment, orderByTime } from '../../src/relations/chronology.ts'
import { day, post } from '../posts/build-post.ts'

const stated = (text: string, instant?: string): PostDate => ({ kind: 'stated', day: day(text), instant })
const at = (position: number, file = 'a.txt') => ({ source: { file, position } })
const titles = (posts: readonly Post[]) => orderByTime(posts).map(({ post }) => post.title)

describe('order of time', () => {
  test.each<readonly [string, readonly Post[]]>([
    ['days', [post('un', { date: stated('2023-01-31') }), post('deux', { date: stated('2023-02-01') })]],
    [
      'times of one day',
      [
        post('un', { date: stated('2023-02-01', '2023-02-01T08:00:00Z') }),
        post('deux', { date: stated('2023-02-01', '2023-02-01T09:00:00Z') }),
      ],
    ],
    [
      'places in the archive, newest on top',
      [post('un', { date: stated('2023-02-01'), ...at(2) }), post('deux', { date: stated('2023-02-01'), ...at(1) })],
    ],
    [
      'undated posts by their neighbours in the archive',
      [
        post('un', { date: stated('2023-02-01'), ...at(3) }),
        post('deux', at(2)),
        post('trois', { date: stated('2023-03-01'), ...at(1) }),
      ],
    ],
    [
      'a bound that is all that is known',
      [
        post('un', { date: { kind: 'bounded', bound: 'latest', day: day('2022-01-01'), evidence: '' } }),
        post('deux', { date: stated('2023-02-01') }),
      ],
    ],
    ['the fuller text last', [post('un', { body: 'Court.' }), post('deux', { body: 'Un peu moins court.' })]],
  ])('goes by %s', (_, posts) => {
    expect(titles(posts)).toEqual(posts.map(({ title }) => title))
    expect(titles(posts.toReversed())).toEqual(posts.map(({ title }) => title))
  })

  test('knows when nothing but the texts could tell', () => {
    const order = (a: Partial<Post>, b: Partial<Post>) => {
      const [one, other] = orderByTime([post('un', a), post('deux', b)])
      return isSameMoment(one!, other!)
    }
    const date = stated('2023-02-01')
    expect(order({ date }, { date })).toBe(true)
    expect(order({ date, ...at(1) }, { date, ...at(2) })).toBe(false)
    expect(order({ date, ...at(1) }, { date, ...at(2, 'b.txt') })).toBe(true)
  })
})
