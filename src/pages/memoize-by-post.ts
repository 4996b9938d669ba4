import type { Post } from '../posts/post.ts'

/** A post stands in half a dozen lists; what they show of it is worked out once. A post that was read anew is another one. */
export function memoizeByPost<Value>(toValue: (post: Post) => Value): (post: Post) => Value {
  const known = new Map<Post, Value>()
  return (post) => {
    const found = known.get(post)
    if (found !== undefined) return found
    const value = toValue(post)
    known.set(post, value)
    return value
  }
}
