import { toRunningText } from '../markup/markdown.ts'
import type { Post } from '../posts/post.ts'

/** Two lines of a list, and as much as search engines show of a description. */
const longestExcerpt = 160
/** Marks take room too; reading further than this for an excerpt would only cost time. */
const readCharacters = 1_200

/** The post's description, or the beginning of its running text, cut at a word. */
export const toExcerpt = ({ description, body }: Pick<Post, 'description' | 'body'>, typographyOf?: string): string =>
  cutAtWord(description ?? toRunningText(beginningOf(body), typographyOf))

/** A text, or its beginning. */
export function cutAtWord(text: string): string {
  if (text.length <= longestExcerpt) return text
  const cut = text.lastIndexOf(' ', longestExcerpt)
  return `${text.slice(0, cut > 0 ? cut : longestExcerpt).replace(/[\s,;:.–—-]+$/u, '')}…`
}

/** All of a text that an excerpt is made from: whole paragraphs where they are enough, so that no mark is cut in two. */
export function beginningOf(body: string): string {
  if (body.length <= readCharacters) return body
  const end = body.lastIndexOf('\n\n', readCharacters)
  return body.slice(0, end > 2 * longestExcerpt ? end : readCharacters)
}
