import type { PostDate } from '../dating/post-date.ts'
import type { ArchivedArticle } from '../import/archived-article.ts'

export function dateArticles(input: {
  readonly articles: readonly ArchivedArticle[]
  readonly sequences: readonly (readonly number[])[]
  readonly anchors: readonly (PostDate | undefined)[]
}): readonly (PostDate | undefined)[] {
  return input.articles.map(({ stated }) => stated && { kind: 'stated', day: stated.day, instant: stated.instant })
}
