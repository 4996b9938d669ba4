import { expect, test } from 'vitest'
import type { Post, Slug } from '../../src/posts/post.ts'
import { findReferences } from '../../src/relations/text-links.ts'
import { post } from '../posts/build-post.ts'

const bridge = post('Le pont ferme', {
  slug: 'le-pont-suspendu-ferme' as Slug,
  permalink: '/2010/07/08/pont/',
  source: { url: 'https://vieux.example/?p=12' },
})
const rest = '\n\nDes mots encore.'.repeat(20)
const references = (body: string, ...others: readonly Post[]) =>
  findReferences([bridge, ...others, post('La suite', { body })]).at(-1)

test.each([
  ['its address here', '/articles/le-pont-suspendu-ferme/'],
  ['a permalink, prefix of the site or not', '/2010/07/08/pont/#suite'],
  ['its old address', 'http://vieux.example/?p=12'],
  ['a file of the old site', '../2010-07-08-le-pont-suspendu-ferme.md'],
  ['an address on a host that nobody told', 'https://autre.example/billets/le-pont-suspendu-ferme.html'],
])('a link to %s refers to the post', (_, address) => {
  expect(references(`Comme [écrit](${address}), il ferme.${rest}`)).toEqual([0])
})

test('the tag by which Jekyll names a post refers to it', () => {
  expect(references(`Voir [ici]({% post_url 2010-07-08-le-pont-suspendu-ferme %}).${rest}`)).toEqual([0])
})

test('a link further down, or one of many, refers to nothing', () => {
  expect(references(`${rest}\n\n[Pont](/articles/le-pont-suspendu-ferme/)`)).toEqual([])
  const others = ['un', 'deux', 'trois'].map((name) => post(name, { slug: `le-bac-${name}` as Slug }))
  const many = others.map(({ slug }) => `[x](/articles/${slug}/)`).join(' ')
  expect(references(`[Pont](/articles/le-pont-suspendu-ferme/) ${many}${rest}`, ...others)).toEqual([])
})

test('neither a post itself nor a name that two posts have is meant', () => {
  const twin = post('Le pont', { slug: 'autre' as Slug, permalink: '/2010/07/08/pont/' })
  expect(references(`[Pont](/2010/07/08/pont/)${rest}`, twin)).toEqual([])
  expect(findReferences([{ ...bridge, body: `[moi](/articles/le-pont-suspendu-ferme/)${rest}` }])).toEqual([[]])
})
