import { expect, test } from 'vitest'
import { feedsOf, findFeed } from '../feeds/feeds-of.ts'
import { post } from '../posts/build-post.ts'
import { modelOf } from './sample-site.ts'

const posts = [
  post("L'été : enfin !", { body: 'C\'est "ici"...', tags: ["L'île"] }),
  post('Who\'s "there"?', { lang: 'en', body: "It's me." }),
]

test('a post’s title, excerpt and body are typeset in its language; its address, its id and its tags are not', () => {
  const model = modelOf(posts)
  const [french, english] = posts.map(({ id }) => model.posts.find((one) => one.id === id)!)
  expect(french!.title).toBe('L’été\u00A0: enfin\u202F!')
  expect(model.excerptOf(french!)).toBe('C’est «\u00A0ici\u00A0»…')
  expect(model.renderBody(french!).text).toBe('<p>C’est «\u00A0ici\u00A0»…</p>\n')
  expect(model.pathOf(french!)).toBe(modelOf(posts, { options: { typography: false } }).pathOf(french!))
  expect(model.tags.tags.map(({ name }) => name)).toEqual(["L'île"])
  expect(english!.title).toBe('Who’s “there”?')
})

test('the title of a story is typeset like those of its posts', () => {
  const ids = posts.map(({ id }) => id)
  const graph = { relations: [], threads: [{ slug: posts[0]!.slug, title: "L'été", posts: ids }] }
  expect(modelOf(posts, { graph }).relations.threads[0]!.thread.title).toBe('L’été')
})

test('the option leaves all as it is written', () => {
  const model = modelOf(posts, { options: { typography: false } })
  expect(model.posts.map(({ title }) => title).sort()).toEqual(posts.map(({ title }) => title).sort())
  expect(posts.map((one) => model.excerptOf(one))).toEqual(posts.map(({ body }) => body))
})

test('feeds tell the same as pages, under the ids that they would have anyway', () => {
  const idsOf = (typography: boolean) =>
    findFeed(feedsOf(modelOf(posts, { options: { typography } })), '/feed.xml').match(/<guid[^>]*>[^<]*/g)
  expect(findFeed(feedsOf(modelOf(posts)), '/feed.xml')).toContain('L’été\u00A0: enfin\u202F!')
  expect(idsOf(true)).toEqual(idsOf(false))
})
