import { describe, expect, test } from 'vitest'
import { collectOldAddresses } from '../../src/pages/old-addresses.ts'
import { toPostPath } from '../../src/pages/post-path.ts'
import type { Post } from '../../src/posts/post.ts'
import { post } from '../posts/build-post.ts'

const from = (title: string, url: string, rest: Partial<Post> = {}) => post(title, { source: { url }, ...rest })
const collect = (...posts: readonly Post[]) =>
  collectOldAddresses({ posts, pathOf: (one) => toPostPath(one, '/articles/{slug}/'), tags: [] })

describe('the old address of a post', () => {
  test.each([
    ['https://ancien.example/2010/07/08/le-quai/', '/2010/07/08/le-quai/'],
    ['http://www.ancien.example/2010/07/08/le-quai', '/2010/07/08/le-quai/'],
    ['https://ancien.example/le-quai.html', '/le-quai.html'],
    ['https://ancien.example/2010/07/%C3%A9t%C3%A9/', '/2010/07/été/'],
    ['https://ancien.example/le-quai/?utm_source=rss#comments', '/le-quai/'],
  ])('%s leads on from %s', (url, path) => {
    expect([...collect(from('Quai', url)).paths]).toEqual([[path, '/articles/quai/']])
  })

  test.each(['https://ancien.example/?p=123', 'https://ancien.example/index.php?cat=1&p=123'])(
    '%s is found by what stands behind the question mark',
    (url) => {
      const { paths, queries } = collect(from('Quai', url))
      expect([[...paths], [...queries]]).toEqual([[], [['p=123', '/articles/quai/']]])
    },
  )

  test('may be told by its id in the old feed', () => {
    const quai = from('Quai', 'https://ancien.example/quai/', { guid: 'http://ancien.example/?p=7' })
    expect([...collect(quai).queries]).toEqual([['p=7', '/articles/quai/']])
  })

  test.each([
    'https://ancien.example/',
    'tag:ancien.example,2010:7',
    'urn:uuid:7',
    '7 at http://ancien.example',
    '//x',
  ])('is not %s', (url) => {
    const { paths, queries, problems } = collect(from('Quai', url))
    expect([[...paths], [...queries], problems]).toEqual([[], [], []])
  })

  test('is no redirect where the post stands there still', () => {
    expect([...collect(from('Quai', 'https://ancien.example/articles/quai/')).paths]).toEqual([])
  })

  test('goes to the newer of two posts that claim it, and that is told', () => {
    const url = 'https://ancien.example/quai/'
    const { paths, problems } = collect(from('Nouveau', url), from('Ancien', url))
    expect([...paths.values()]).toEqual(['/articles/nouveau/'])
    expect(problems).toMatchObject([
      { code: 'OLD_ADDRESS_TWICE', message: expect.stringContaining('ancien.example/quai') },
    ])
  })

  test('of a program is lost on a static host, and that is told', () => {
    const { paths, problems } = collect(from('Quai', 'https://ancien.example/article.php'))
    expect([...paths]).toEqual([])
    expect(problems).toMatchObject([{ code: 'OLD_ADDRESS_LOST' }])
  })
})

describe('a link to an old address', () => {
  const { find } = collect(
    from('Quai', 'https://ancien.example/2010/07/quai/'),
    from('Tram', 'https://ancien.example/?p=4'),
  )

  test.each([
    ['https://ancien.example/2010/07/quai/', '/articles/quai/'],
    ['http://www.ancien.example/2010/07/quai/#comments', '/articles/quai/'],
    ['/2010/07/quai', '/articles/quai/'],
    ['https://ancien.example/?p=4', '/articles/tram/'],
    ['https://ailleurs.example/2010/07/quai/', undefined],
    ['/2010/07/', undefined],
    ['2010/07/quai/', undefined],
    ['#quai', undefined],
    ['mailto:a@ancien.example', undefined],
  ])('%s leads to %s', (url, path) => {
    expect(find(url)).toBe(path)
  })
})
