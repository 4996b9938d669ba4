import { type Html, html, nothing, trusted } from '../markup/html.ts'
import type { PageFrame } from '../pages/page-frame.ts'

/** What others show of a page where somebody shares its address, and what search engines read of an article. */
export const shareTags = (frame: PageFrame): Html => {
  const { canonical, article, messages } = frame
  if (canonical === undefined) return nothing
  return html`${property('og:type', article === undefined ? 'website' : 'article')}${property('og:site_name', frame.site.text)}${property('og:title', frame.title)}${property('og:description', frame.description)}${property('og:url', canonical)}${property('og:locale', messages.locale)}<meta name="twitter:card" content="summary">
${article === undefined ? nothing : jsonLd({ '@context': 'https://schema.org', '@type': 'BlogPosting', headline: frame.title, url: canonical, mainEntityOfPage: canonical, description: frame.description || undefined, inLanguage: article.language, datePublished: article.published, author: article.author && { '@type': 'Person', name: article.author }, keywords: article.tags.length === 0 ? undefined : article.tags })}`
}

const property = (name: string, content: string): Html =>
  content === '' ? nothing : html`<meta property="${name}" content="${content}">\n`

/** Data, not a program; `<` is written so that no text can end the element. */
const jsonLd = (data: object): Html =>
  trusted(
    `<script type="application/ld+json">${JSON.stringify(data)
      .replaceAll('<', '\\u003c')
      .replace(/\p{Cc}/gu, '')}</script>\n`,
  )
