import { describe, expect, it } from 'vitest'
import type { ArchivedComment } from '../../src/import/archived-comment.ts'
import { article } from './build-post.ts'
import { edited, type Folder, importRound, without } from './import-rounds.ts'

const file = 'le-four.comments.json'
const un: ArchivedComment = { id: '1', author: 'Léa', body: 'Un.' }
const deux: ArchivedComment = { id: '2', parent: '1', body: 'Deux.' }
const trois: ArchivedComment = { id: '3', body: 'Trois.' }

const importWith = (comments: readonly ArchivedComment[] | undefined, folder?: Folder) =>
  importRound([article('Le four', { body: 'Il chauffe.', comments })], folder)

const textsIn = (folder: Folder, path = file) =>
  (folder.get(path) ?? '').match(/"body":"[^"]*"/g)?.map((text) => text.slice(8, -1)) ?? []

describe('comments that an import brings', () => {
  it('stand in a file beside their post, under its id', () => {
    const { folder, plan } = importWith([un, deux])
    expect(folder.get(file)).toBe(
      `{ "post": "${plan.changes[0]!.post.id}", "comments": [\n{"id":"1","author":"Léa","body":"Un."},\n{"id":"2","parent":"1","body":"Deux."}\n] }\n`,
    )
  })

  it('make no file where there are none', () => {
    expect([...importWith(undefined).folder.keys(), ...importWith([]).folder.keys()]).not.toContain(file)
  })

  it('change nothing when they come again', () => {
    const first = importWith([un, deux]).folder
    const second = importWith([un, deux], first)
    expect(second.folder).toEqual(first)
    expect(second.plan.changes[0]!.comments).toBeUndefined()
  })

  it('stay out once their owner took them out, while new ones come in', () => {
    const first = importWith([un, deux]).folder
    const owners = edited(first, file, /\n\{"id":"1".*\n/, '\n')
    expect(textsIn(importWith([un, deux, trois], owners).folder)).toEqual(['Deux.', 'Trois.'])
    expect(textsIn(importWith([un, deux], without(first, file)).folder)).toEqual([])
  })

  it('keep what their owner changed, and take what the source changed', () => {
    const owners = edited(importWith([un, deux]).folder, file, 'Un.', 'Un, corrigé.')
    const { folder, codes } = importWith([un, { ...deux, body: 'Deux, revu.' }], owners)
    expect([textsIn(folder), codes]).toEqual([['Un, corrigé.', 'Deux, revu.'], []])
  })

  it('are a conflict where both changed one, told at every import until it is settled', () => {
    const owners = edited(importWith([un]).folder, file, 'Un.', 'Un, corrigé.')
    const news = [{ ...un, body: 'Un, revu.' }]
    const second = importWith(news, owners)
    const third = importWith(news, second.folder)
    expect([textsIn(second.folder), second.codes, third.codes]).toEqual([
      ['Un, corrigé.'],
      ['COMMENT_CONFLICT'],
      ['COMMENT_CONFLICT'],
    ])
    expect(importWith(news, edited(third.folder, file, 'Un, corrigé.', 'Un, revu.')).codes).toEqual([])
  })

  // Such names are keys of every object, so the comment seemed to be known.
  it('come in whatever their id is', () => {
    const odd = { id: 'constructor', body: 'Curieux.' }
    expect(textsIn(importWith([un, odd], importWith([un]).folder).folder)).toEqual(['Un.', 'Curieux.'])
  })

  it('are kept when a source without them comes', () => {
    const first = importWith([un]).folder
    const second = importWith(undefined, first).folder
    expect(textsIn(second)).toEqual(['Un.'])
    expect(textsIn(importWith([un, deux], second).folder)).toEqual(['Un.', 'Deux.'])
  })

  it('follow their post when files are renamed', () => {
    const first = importWith([un]).folder
    const renamed = without(new Map([...first, ['anciens.comments.json', first.get(file)!]]), file)
    const { folder } = importWith([un, deux], renamed)
    expect([textsIn(folder, 'anciens.comments.json'), folder.has(file)]).toEqual([['Un.', 'Deux.'], false])
  })

  it('of two sources are one list', () => {
    const { folder } = importRound([
      article('Le four', { body: 'Il chauffe.', comments: [un] }),
      article('La cave', { body: 'Elle est fraîche.', comments: [deux] }),
    ])
    expect([textsIn(folder), textsIn(folder, 'la-cave.comments.json')]).toEqual([['Un.'], ['Deux.']])
  })
})
