import type { Post } from '../posts/post.ts'

/** `fr` and `fr-CA` are one language. */
export const isSameLanguage = (a: Post, b: Post): boolean =>
  a.lang === b.lang || primaryLanguage(a.lang) === primaryLanguage(b.lang)

export const primaryLanguage = (lang: string): string => (lang.split('-')[0] ?? '').toLowerCase()
