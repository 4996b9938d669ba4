import { isLanguage, type Language } from '../calendar/language.ts'
import type { ArchivedArticle } from './archived-article.ts'
import { findLanguage } from './post-language.ts'

/** Gives articles that are too short to tell their language (`und`) the one that most of the others are in. */
export function settleLanguages(articles: readonly ArchivedArticle[]): readonly ArchivedArticle[] {
  if (articles.every(({ lang }) => lang !== 'und')) return articles
  const usual = findUsualLanguage(articles)
  return articles.map((article) =>
    article.lang === 'und'
      ? { ...article, lang: findLanguage(article.body || article.title, usual) ?? 'und' }
      : article,
  )
}

function findUsualLanguage(articles: readonly ArchivedArticle[]): Language | undefined {
  const counts = new Map<Language, number>()
  for (const { lang } of articles) {
    if (isLanguage(lang)) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
