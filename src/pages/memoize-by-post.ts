import type { Post, PostId } from '../posts/post.ts'

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

/** The same for what is made of the text too: `watchTexts` sees it asked for. */
export function memoizeByText<Value>(toValue: (post: Post) => Value): (post: Post) => Value {
  const recall = memoizeByPost(toValue)
  return (post) => {
    if (isWatching) met.add(post.id)
    return recall(post)
  }
}

/** Does some work, in which nobody else watches, and tells of which posts something was asked that is made of their texts. */
export function watchTexts<Result>(work: () => Result): { readonly result: Result; readonly posts: readonly PostId[] } {
  met.clear()
  isWatching = true
  try {
    const result = work()
    return { result, posts: [...met] }
  } finally {
    isWatching = false
  }
}

let isWatching = false
const met = new Set<PostId>()
