import { expect, it } from 'vitest'
import { checkComments } from '../../src/posts/check-comments.ts'
import type { CommentFile } from '../../src/posts/comment-file.ts'
import { noComments } from '../../src/posts/comment-files.ts'
import type { PostId } from '../../src/posts/post.ts'
import { post } from './build-post.ts'

const file = (path: string, id: string): CommentFile => ({ path, post: id as PostId, comments: [] })

it('names files of comments whose post is gone, and the second one of a post', () => {
  const there = post('Le four', { id: 'p1' as PostId })
  const files = [file('a.comments.json', 'p1'), file('b.comments.json', 'p2'), file('c.comments.json', 'p1')]
  expect(checkComments({ ...noComments, files }, [there]).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^b\.comments\.json .* "p2", which is not there/),
    expect.stringMatching(/^c\.comments\.json is one of two files/),
  ])
})
