import type { Problem } from '../errors.ts'
import type { CommentFolder } from './comment-files.ts'
import type { Post } from './post.ts'

/** Files of comments that no page shows. */
export function checkComments({ files, problems }: CommentFolder, posts: readonly Post[]): readonly Problem[] {
  const ids = new Set(posts.map(({ id }) => id))
  const lost = files.filter(({ post }) => !ids.has(post))
  const doubled = files.filter(({ post }, at) => files.findIndex((file) => file.post === post) !== at)
  return [
    ...problems,
    ...lost.map(({ path, post }): Problem => {
      const message = `${path} holds comments on the post "${post}", which is not there.`
      return toProblem(path, message, 'Remove it, or write the id of its post under "post".')
    }),
    ...doubled.map(({ path, post }): Problem => {
      const message = `${path} is one of two files with comments on the post "${post}", and only one is shown.`
      return toProblem(path, message, 'Put the comments of both into one file.')
    }),
  ]
}

const toProblem = (path: string, message: string, remedy: string): Problem => ({
  code: 'COMMENTS_UNSHOWN',
  message,
  remedy,
  source: { file: path },
  severity: 'doubt',
})
