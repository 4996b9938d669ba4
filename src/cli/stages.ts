import type { PostDate } from '../dating/post-date.ts'
import type { ArchivedArticle } from '../import/archived-article.ts'
import type { Post } from '../posts/post.ts'
import { emptyGraph, type RelationGraph } from '../relations/relation-graph.ts'

export function dateArticles(input: {
  readonly articles: readonly ArchivedArticle[]
  readonly sequences: readonly (readonly number[])[]
  readonly anchors: readonly (PostDate | undefined)[]
}): readonly (PostDate | undefined)[] {
  return input.articles.map(({ stated }) => stated && { kind: 'stated', day: stated.day, instant: stated.instant })
}

export const findRelations = (_posts: readonly Post[]): RelationGraph => emptyGraph
