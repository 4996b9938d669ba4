import type { Post, PostId } from '../posts/post.ts'

/** A post stands in half a dozen lists; what they show of it is worked out once. */
export function memoizeByPost<Value>(toValue: (post: Post) => Value): (post: Post) => Value {
  const known = new Map<PostId, Value>()
  return (post) => {
    const found = known.get(post.id)
    if (found !== undefined) return found
    const value = toValue(post)
    known.set(post.id, value)
    return value
  }
}
