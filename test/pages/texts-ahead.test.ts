import { expect, test } from 'vitest'
import { TextsAhead } from '../../src/pages/texts-ahead.ts'
import { toPostId } from '../../src/posts/post-id.ts'

const [tram, port, pont] = ['Tram', 'Port', 'Pont'].map((title) => toPostId(title, '', 1))

test('texts come back as they were, to another thread too', () => {
  const texts = new TextsAhead(new SharedArrayBuffer(100))
  expect(texts.add(tram!, '<p>L’été, œuvre 🎉</p>', 'L’été…')).toBe(true)
  expect(texts.add(port!, '', 'Rien')).toBe(true)
  const others = new TextsAhead(texts.memory)
  others.learn(texts.places)
  for (const each of [texts, others]) {
    expect([each.bodyOf(tram!), each.excerptOf(tram!)]).toEqual(['<p>L’été, œuvre 🎉</p>', 'L’été…'])
    expect([each.bodyOf(port!), each.excerptOf(port!)]).toEqual(['', 'Rien'])
    expect([each.bodyOf(pont!), each.excerptOf(pont!)]).toEqual([undefined, undefined])
  }
})

test('no more are taken than there is room for', () => {
  const texts = new TextsAhead(new SharedArrayBuffer(10))
  expect(texts.add(tram!, 'é'.repeat(4), 'ab')).toBe(true)
  expect(texts.add(port!, 'a', '')).toBe(false)
  expect([texts.bodyOf(tram!), texts.bodyOf(port!)]).toEqual(['éééé', undefined])
})

test('half a character, which UTF-8 can’t hold, is left to who needs it', () => {
  const texts = new TextsAhead(new SharedArrayBuffer(100))
  expect(texts.add(tram!, 'a\ud83cb', 'a')).toBe(true)
  expect(texts.add(port!, 'après', 'a')).toBe(true)
  expect([texts.bodyOf(tram!), texts.bodyOf(port!)]).toEqual([undefined, 'après'])
})
