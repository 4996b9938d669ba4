import { expect, test } from 'vitest'
import { TextsAhead } from '../../src/pages/texts-ahead.ts'
import { toPostId } from '../../src/posts/post-id.ts'

const [tram, port, pont] = ['Tram', 'Port', 'Pont'].map((title) => toPostId(title, '', 1))

test('texts come back as they were, to another thread too', () => {
  const texts = new TextsAhead(new SharedArrayBuffer(100))
  expect(texts.add(tram!, { body: '<p>L’été, œuvre 🎉</p>\n', excerpt: 'L’été…', isFit: true })).toBe(true)
  expect(texts.add(port!, { body: '', excerpt: 'Rien', isFit: false })).toBe(true)
  const others = new TextsAhead(texts.memory)
  others.learn(texts.places)
  for (const each of [texts, others]) {
    expect([each.bodyOf(tram!), each.excerptOf(tram!)]).toEqual(['<p>L’été, œuvre 🎉</p>\n', 'L’été…'])
    expect([each.bodyOf(port!), each.excerptOf(port!)]).toEqual(['', 'Rien'])
    expect([each.bodyOf(pont!), each.excerptOf(pont!)]).toEqual([undefined, undefined])
    expect(Buffer.from(each.fitBodyOf(tram!)!).toString()).toBe('<p>L’été, œuvre 🎉</p>')
    expect([each.fitBodyOf(port!), each.fitBodyOf(pont!)]).toEqual([undefined, undefined])
  }
})

test('the very first text may be empty', () => {
  const texts = new TextsAhead(new SharedArrayBuffer(100))
  expect(texts.add(tram!, { body: '', excerpt: 'La ligne du port', isFit: false })).toBe(true)
  expect([texts.bodyOf(tram!), texts.excerptOf(tram!)]).toEqual(['', 'La ligne du port'])
})

test('no more are taken than there is room for', () => {
  const texts = new TextsAhead(new SharedArrayBuffer(10))
  expect(texts.add(tram!, { body: 'é'.repeat(4), excerpt: 'ab', isFit: false })).toBe(true)
  expect(texts.add(port!, { body: 'a', excerpt: '', isFit: false })).toBe(false)
  expect([texts.bodyOf(tram!), texts.bodyOf(port!)]).toEqual(['éééé', undefined])
})

test('half a character, which UTF-8 can’t hold, is left to who needs it', () => {
  const texts = new TextsAhead(new SharedArrayBuffer(100))
  expect(texts.add(tram!, { body: 'a\ud83cb', excerpt: 'a', isFit: false })).toBe(true)
  expect(texts.add(port!, { body: 'après', excerpt: 'a', isFit: false })).toBe(true)
  expect([texts.bodyOf(tram!), texts.bodyOf(port!)]).toEqual([undefined, 'après'])
})
