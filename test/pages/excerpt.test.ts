import { expect, test } from 'vitest'
import { toExcerpt } from '../../src/pages/excerpt.ts'

const words = (count: number) => Array.from({ length: count }, (_, index) => `mot${index}`).join(' ')

test('the beginning of the running text, cut at a word', () => {
  const excerpt = toExcerpt({ body: `# Titre\n\n**${words(10)}**\n\n${words(400)}` })
  expect(excerpt).toMatch(/^mot0 mot1 .*mot9 mot0 .*mot\d+…$/)
  expect(excerpt.length).toBeLessThanOrEqual(221)
})

test('what stands below headings, pictures and tables, however long they are', () => {
  const table = `| ${words(30)} |\n| --- |\n| ${words(30)} |`
  expect(toExcerpt({ body: `${table}\n\n## ${words(20)}\n\nLe bac est à quai.\n\nIl pleut.` })).toBe(
    'Le bac est à quai. Il pleut.',
  )
})

test('not what is said of pictures, where a text follows them', () => {
  expect(toExcerpt({ body: `![${words(60)}](/media/quai.jpg)\n\nLe bac est à quai.` })).toBe('Le bac est à quai.')
})

test('links by reference as links, where the address stands at the end', () => {
  const body = `Voir [le plan][1] de la rade. ${words(70)}\n\nFin.\n\n[1]: https://plans.example/\n`
  expect(toExcerpt({ body })).toMatch(/^Voir le plan de la rade\. mot0/)
})

test('a short text whole, and the owner’s description instead of it', () => {
  expect(toExcerpt({ body: 'Court.' })).toBe('Court.')
  expect(toExcerpt({ body: 'Court.', description: 'En bref.' })).toBe('En bref.')
})

test('nothing where there is no text', () => {
  expect(toExcerpt({ body: '' })).toBe('')
})

test('one word that never ends is cut all the same', () => {
  expect(toExcerpt({ body: 'a'.repeat(5_000) })).toHaveLength(161)
})
