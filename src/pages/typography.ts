import { setTypography } from '../markup/typography.ts'
import type { Post } from '../posts/post.ts'
import { withFields } from '../posts/post-text.ts'
import type { ShownGraph } from './shown-graph.ts'

/** What readers see of posts, typeset; what tells posts apart (ids, slugs, tags, the texts that are compared) is not touched. */
export interface Typography {
  /** The language that a post's texts are typeset in; `undefined` where they are not. */
  readonly languageOf: (post: Post) => string | undefined
  readonly ofPost: (post: Post) => Post
  /** A text that the owner wrote in the options. */
  readonly ofSite: (text: string, language: string) => string
  /** A thread has its title from its posts. */
  readonly ofThreads: (graph: ShownGraph, posts: readonly Post[]) => ShownGraph
}

export const createTypography = (isWanted: boolean): Typography =>
  isWanted
    ? typography
    : { languageOf: () => undefined, ofPost: (post) => post, ofSite: (text) => text, ofThreads: (graph) => graph }

const typography: Typography = {
  languageOf: ({ lang }) => lang,
  ofPost: (post) => {
    const earlier = known.get(post)
    if (earlier !== undefined) return earlier
    const typeset = setPost(post)
    if (typeset !== post) known.set(post, typeset)
    return typeset
  },
  ofSite: setTypography,
  ofThreads: (graph, posts) => {
    const firsts = new Set(graph.threads.map((thread) => thread.posts[0]))
    const languages = new Map(posts.flatMap(({ id, lang }) => (firsts.has(id) ? [[id, lang] as const] : [])))
    const threads = graph.threads.map((thread) => ({
      ...thread,
      title: setTypography(thread.title, languages.get(thread.posts[0]!) ?? ''),
    }))
    return { ...graph, threads }
  },
}

/** Of posts that are read once and shown by several builds. */
const known = new WeakMap<Post, Post>()

function setPost(post: Post): Post {
  const title = setTypography(post.title, post.lang)
  const description = post.description && setTypography(post.description, post.lang)
  return title === post.title && description === post.description ? post : withFields(post, { title, description })
}
