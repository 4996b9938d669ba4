import { memoize } from '../memoize.ts'
import type { Post, PostId } from '../posts/post.ts'

/** A post stands in half a dozen lists; what they show of it is worked out once. A post that was read anew is another one. */
export const memoizeByPost: <Value>(toValue: (post: Post) => Value) => (post: Post) => Value = memoize

/** The same for what is made of the text too: `watchTexts` sees it asked for. */
export function memoizeByText<Value>(toValue: (post: Post) => Value): (post: Post) => Value {
  const recall = memoizeByPost(toValue)
  return (post) => {
    met?.add(post.id)
    return recall(post)
  }
}

/** The same for what is made once of several texts. */
export function onceByTexts<Value>(make: () => Value): () => Value {
  let made: Watched<Value> | undefined
  return () => {
    if (made !== undefined) return recallWatched(made)
    made = watchTexts(make)
    return made.result
  }
}

/** What was made of texts, and of which posts these are. */
export interface Watched<Result> {
  readonly result: Result
  readonly posts: readonly PostId[]
}

/** Gives what was made before, and tells whoever watches of the same posts. */
function recallWatched<Result>({ result, posts }: Watched<Result>): Result {
  for (const id of posts) met?.add(id)
  return result
}

/** Does some work, and tells of which posts something was asked that is made of their texts; whoever watches already sees them too. */
export function watchTexts<Result>(work: () => Result): Watched<Result> {
  const outer = met
  const posts = new Set<PostId>()
  met = posts
  try {
    return { result: work(), posts: [...posts] }
  } finally {
    met = outer
    for (const id of posts) outer?.add(id)
  }
}

/** Of those that somebody watches. */
let met: Set<PostId> | undefined
