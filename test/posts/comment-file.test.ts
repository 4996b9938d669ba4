import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatComments,
  isCommentFile,
  type PostComment,
  parseComments,
  toCommentPath,
} from '../../src/posts/comment-file.ts'
import type { PostId } from '../../src/posts/post.ts'
import { catchError } from '../catch-error.ts'

const post = 'p1' as PostId

describe('a file of comments', () => {
  it('says the same after it was written and read', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() === one && one !== '')
    const comment = fc.record<PostComment>({
      id: text,
      parent: fc.option(text, { nil: undefined }),
      author: fc.option(text, { nil: undefined }),
      date: fc.constantFrom(undefined, '2021-03-01', '2021-03-01T23:30:00Z'),
      body: text.map((one) => one.replace(/\r/g, '').trim()),
    })
    fc.assert(
      fc.property(fc.array(comment), (comments) => {
        expect(parseComments(formatComments(post, comments), 'a.comments.json')).toEqual({
          path: 'a.comments.json',
          post,
          comments,
        })
      }),
    )
  })

  it('is read after its owner took out the last line, comma and all', () => {
    const text = formatComments(post, [
      { id: '1', body: 'Un.' },
      { id: '2', body: 'Deux.' },
    ])
    expect(parseComments(text.replace(/\n\{"id":"2".*\n/, '\n'), 'a.comments.json').comments).toHaveLength(1)
  })

  it('is read with a mark before its first character, ends of lines of any machine, and a number for an id', () => {
    const text = '\ufeff{ "post": "p1", "comments": [\r\n{ "id": 3, "parent": 2, "body": "Un.\\r\\nDeux." }\r\n] }\r\n'
    expect(parseComments(text, 'a.comments.json').comments).toEqual([{ id: '3', parent: '2', body: 'Un.\nDeux.' }])
  })

  it.each([
    ['', 'is no JSON'],
    ['[1]', 'has not the keys'],
    ['{ "post": "p1" }', 'has not the keys'],
    ['{ "post": "p 1", "comments": [] }', 'has not the keys'],
    [
      '{ "post": "p1", "comments": [\n{ "id": "1", "body": "" }\n{ "id": "2", "body": "" }\n] }',
      'is no JSON from line 3 on',
    ],
    ['{ "post": "p1", "comments": [null] }', 'comment 1'],
    ['{ "post": "p1", "comments": [{ "id": true, "body": "" }] }', 'comment 1'],
    ['{ "post": "p1", "comments": [{ "id": "3" }] }', 'comment 1'],
  ])('that is %j stops with its name and what is wrong', (text, message) => {
    expect(catchError(() => parseComments(text, 'a.comments.json'))).toMatchObject({
      code: 'COMMENTS_INVALID',
      message: expect.stringMatching(new RegExp(`^a\\.comments\\.json.*${message}`)),
    })
  })

  it('stands beside its post, and no dotfile or file below is one', () => {
    expect(isCommentFile(toCommentPath('bonjour.md'))).toBe(true)
    expect(['.a.comments.json', '_a.comments.json', 'b/a.comments.json', 'a.json'].filter(isCommentFile)).toEqual([])
  })
})
