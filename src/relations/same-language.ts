import type { Post } from '../posts/post.ts'

/** `fr` and `fr-CA` are one language. */
export const isSameLanguage = (a: Post, b: Post): boolean =>
  a.lang === b.lang || primaryLanguage(a) === primaryLanguage(b)

const primaryLanguage = ({ lang }: Post): string => (lang.split('-')[0] ?? '').toLowerCase()
