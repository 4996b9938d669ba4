import { readFileSync } from 'node:fs'
import { parseDay } from '../../src/calendar/day.ts'
import { dateArticles } from '../../src/dating/date-articles.ts'
import type { PostDate } from '../../src/dating/post-date.ts'

/** A short post whose day of writing is known, and how much of it a careful archivist could tell. */
export interface LabelledPost {
  readonly trap: string
  readonly body: string
  readonly written: string
  /**
   * `days`: pinned to ten days or fewer · `range`: between two days · `earliest`, `latest`: one bound · `open`: no day that
   * could be claimed; one bound does no harm.
   */
  readonly answer: 'days' | 'range' | 'earliest' | 'latest' | 'open'
  /** Stated dates of the posts above and below. */
  readonly newer?: string
  readonly older?: string
}

export const readLabelledPosts = (name: string): readonly LabelledPost[] =>
  JSON.parse(readFileSync(new URL(`../fixtures/dates/${name}.json`, import.meta.url), 'utf8'))

export type Verdict = 'right' | 'left open' | 'over-claimed'

export function judge(
  post: LabelledPost,
  lang: string,
): { readonly verdict: Verdict; readonly date: PostDate | undefined } {
  const date = dateBetweenNeighbours(post, lang)
  const [earliest, latest] = toBounds(date)
  if (post.written < earliest || latest < post.written) return { verdict: 'over-claimed', date }
  return { verdict: isAsClose(date, post.answer) ? 'right' : 'left open', date }
}

function dateBetweenNeighbours({ body, newer, older }: LabelledPost, lang: string): PostDate | undefined {
  const neighbours = [newer, undefined, older].map((day) => (day === undefined ? undefined : parseDay(day)))
  const articles = neighbours.map((day, i) => ({
    title: '',
    body: i === 1 ? body : '',
    lang,
    stated: day && { day, words: day },
  }))
  return dateArticles({ articles, sequences: [[0, 1, 2]], anchors: articles.map(() => undefined) }).dates[1]
}

export function toBounds(date: PostDate | undefined): readonly [earliest: string, latest: string] {
  switch (date?.kind) {
    case 'stated':
      return [date.day, date.day]
    case 'inferred':
      return [date.earliest, date.latest]
    case 'bounded':
      return date.bound === 'earliest' ? [date.day, '9999'] : ['0000', date.day]
    default:
      return ['0000', '9999']
  }
}

function isAsClose(date: PostDate | undefined, answer: LabelledPost['answer']): boolean {
  switch (answer) {
    case 'days':
      return date?.kind === 'inferred' && Date.parse(date.latest) - Date.parse(date.earliest) <= 10 * 86_400_000
    case 'range':
      return date?.kind === 'inferred'
    case 'open':
      return date?.kind !== 'inferred'
    default:
      return date?.kind === 'bounded' && date.bound === answer
  }
}
