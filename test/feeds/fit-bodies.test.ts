import { expect, test } from 'vitest'
import { isFitForFeeds } from '../../src/feeds/entry-content.ts'
import { TextsAhead } from '../../src/pages/texts-ahead.ts'
import { modelOf, stated, tramPosts } from '../pages/sample-site.ts'
import { post } from '../posts/build-post.ts'
import { feedsOf } from './feeds-of.ts'
import { hostilePosts, oddPosts } from './hostile-posts.ts'

const plainPosts = [
  post('Un phare', {
    date: stated('2022-03-01'),
    body: 'Il éclaire « la rade » 🎉\n\n[loin](https://example.net/?a=1&b=2)',
  }),
  post('Fin de CDATA', { date: stated('2022-03-02'), body: 'a ]]> b' }),
  post('Coupé', { date: stated('2022-03-03'), body: 'Il éclaire', isTruncated: true }),
  post('Rien à lire', { date: stated('2022-03-04'), body: '' }),
  post('Lien d’ici', { date: stated('2022-03-05'), body: '[ici](/tag/phare/)' }),
]

test('bodies that were rendered before make the same feeds', () => {
  const model = modelOf([...hostilePosts, ...oddPosts, ...tramPosts, ...plainPosts])
  const texts = new TextsAhead(new SharedArrayBuffer(1 << 20))
  for (const each of model.posts) {
    const body = model.renderBody(each).text
    expect(texts.add(each.id, { body, excerpt: '', isFit: isFitForFeeds(body, model, each) })).toBe(true)
  }
  const isFit = ({ title }: { readonly title: string }) =>
    texts.fitBodyOf(model.posts.find((each) => each.title === title)!.id) !== undefined
  expect(plainPosts.map(isFit)).toEqual([true, true, true, false, false])
  expect(feedsOf({ ...model, fitBodyOf: ({ id }) => texts.fitBodyOf(id) })).toEqual(feedsOf(model))
})
