import type { Post, PostId } from '../posts/post.ts'

/** A post stands in half a dozen lists; what they show of it is worked out once. A post that was read anew is another one. */
export function memoizeByPost<Value>(toValue: (post: Post) => Value): (post: Post) => Value {
  const known = new Map<Post, Value>()
  return (post) => {
    watched?.add(post.id)
    const found = known.get(post)
    if (found !== undefined) return found
    const value = toValue(post)
    known.set(post, value)
    return value
  }
}

/** Does some work, and tells of which posts it has asked anything that is worked out once. */
export function watchPosts<Result>(work: () => Result): { readonly result: Result; readonly posts: readonly PostId[] } {
  const outer = watched
  watched = new Set()
  try {
    const result = work()
    return { result, posts: [...watched] }
  } finally {
    watched = outer
  }
}

let watched: Set<PostId> | undefined
