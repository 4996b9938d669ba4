import { describe, expect, it } from 'vitest'
import { languages } from '../../src/calendar/language.ts'
import { judge, type LabelledPost, readLabelledPosts } from './labelled-posts.ts'

interface Named extends LabelledPost {
  readonly lang: string
}

const learnt: readonly Named[] = languages.flatMap((lang) => readLabelledPosts(lang).map((post) => ({ ...post, lang })))
/** Written when the engine stood, to see what it does with texts that it wasn't made for. */
const heldOut = readLabelledPosts('held-out').map((post) => ({ lang: 'en', ...post }))

describe.each([
  { name: 'the labelled posts', posts: learnt, atLeast: 60, floor: 0.95 },
  { name: 'the posts held out', posts: heldOut, atLeast: 20, floor: 0.9 },
])('$name', ({ posts, atLeast, floor }) => {
  const verdicts = posts.map((post) => ({ ...post, ...judge(post, post.lang) }))
  const tell = (verdict: string): readonly string[] =>
    verdicts
      .filter((post) => post.verdict === verdict)
      .map(({ lang, trap, date }) => `${lang}: ${trap} → ${JSON.stringify(date)}`)

  it('are enough of them', () => {
    expect(posts.length).toBeGreaterThanOrEqual(atLeast)
  })

  it('claim no day that is wrong', () => {
    expect(tell('over-claimed')).toEqual([])
  })

  it('are dated as closely as a careful archivist would', () => {
    const share = verdicts.filter(({ verdict }) => verdict === 'right').length / posts.length
    expect(share, tell('left open').join('\n')).toBeGreaterThanOrEqual(floor)
  })
})
