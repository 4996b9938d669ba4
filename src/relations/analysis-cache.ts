import { createHash } from 'node:crypto'
import type { Post } from '../posts/post.ts'
import { analysePost, type PostAnalysis } from './analyse-post.ts'

/** Keeps analyses between runs. May forget any of them at any time: what it does not have is made again. */
export interface AnalysisCache {
  readonly get: (key: string) => PostAnalysis | undefined
  readonly set: (key: string, analysis: PostAnalysis) => void
}

/**
 * Changes when `analysePost` gives something else for the same post, so that what an older version kept is not used. What a letter
 * is depends on the edition of Unicode that Node has.
 */
const analysisVersion = `1 ${process.versions.unicode}`

/** Characters of a key, all of them ASCII. */
export const keyLength = 28

/** Names an analysis by all that it is made of. */
export const analysisKey = ({ title, body }: Pick<Post, 'title' | 'body'>): string =>
  createHash('sha256').update(`${analysisVersion}\0${title}\0${body}`).digest('base64url').slice(0, keyLength)

export function analysePosts(posts: readonly Post[], cache?: AnalysisCache): readonly PostAnalysis[] {
  if (cache === undefined) return posts.map(analysePost)
  return posts.map((post) => {
    const key = analysisKey(post)
    const known = cache.get(key)
    if (known !== undefined) return known
    const analysis = analysePost(post)
    cache.set(key, analysis)
    return analysis
  })
}
