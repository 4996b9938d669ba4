import { expect, test } from 'vitest'
import { planPages } from '../../src/pages/plan-pages.ts'
import { toPostPage } from '../../src/pages/post-view.ts'
import { post } from '../posts/build-post.ts'
import { modelOf } from './sample-site.ts'

const part = (title: string) => `## ${title}\n\n${'mot '.repeat(400)}`

const viewOf = (fields: Parameters<typeof post>[1]) => {
  const model = modelOf([post('Le tram, le port', fields)], {
    address: { origin: 'https://example.org', pathPrefix: '/blog/' },
  })
  return toPostPage(model, planPages(model, { pageSize: 3 }).post[0]!)
}

test('a long article says how long it takes and what is in it', () => {
  const { readingTime, contents } = viewOf({ body: ['Un', 'Deux', 'Trois'].map(part).join('\n\n') })
  expect(readingTime).toBe('5 minutes de lecture')
  expect(contents.map(({ link }) => `${link.text} ${link.href}`)).toEqual(['Un #un', 'Deux #deux', 'Trois #trois'])
})

test('the beginning of an article says nothing of the time that the whole one takes', () => {
  expect(viewOf({ body: 'Un début', isTruncated: true }).readingTime).toBeUndefined()
})

test('an article is shared by its whole address', () => {
  const address = 'https://example.org/blog/articles/le-tram-le-port/'
  expect(viewOf({ body: 'Un' }).share).toEqual({
    address,
    mail: `mailto:?subject=Le%20tram%2C%20le%20port&body=${address}`,
  })
})
