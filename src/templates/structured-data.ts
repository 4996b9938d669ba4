import { type Html, nothing, trusted } from '../markup/html.ts'
import type { PageFrame } from '../pages/page-frame.ts'

/**
 * What search engines read of a page, in the words of schema.org: what it is, and where it stands in the site. The head has its
 * description and its address already.
 */
export function structuredData(frame: PageFrame): Html {
  if (frame.canonical === undefined) return nothing
  const things = [toPage(frame, frame.canonical), toTrail(frame)].filter((thing) => thing !== undefined)
  return things.length === 0 ? nothing : jsonLd({ '@context': 'https://schema.org', '@graph': things })
}

function toPage(frame: PageFrame, canonical: string): object | undefined {
  const { article, messages, site, title } = frame
  const ofSite = { url: canonical, inLanguage: messages.language }
  if (article !== undefined)
    return {
      '@type': 'BlogPosting',
      headline: title,
      image: frame.image?.url,
      inLanguage: article.language,
      datePublished: article.published,
      author: article.author === undefined ? undefined : { '@type': 'Person', name: article.author },
    }
  if (frame.isHome) return { '@type': 'WebSite', name: site.text, ...ofSite }
  const isPartOf = { '@type': 'WebSite', name: site.text, url: frame.homeUrl }
  return frame.isList ? { '@type': 'CollectionPage', name: title, ...ofSite, isPartOf } : undefined
}

/** The way from the home page; its last part is the page itself and needs no address. */
function toTrail({ isHome, trail }: PageFrame): object | undefined {
  if (isHome) return undefined
  const itemListElement = trail.map(({ text, url }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name: text,
    item: at === trail.length - 1 ? undefined : url,
  }))
  return { '@type': 'BreadcrumbList', itemListElement }
}

/** Data, not a program; `<` is written so that no text can end the element. */
const jsonLd = (data: object): Html =>
  trusted(
    `<script type="application/ld+json">${JSON.stringify(data)
      .replaceAll('<', '\\u003c')
      .replace(/\p{Cc}/gu, '')}</script>\n`,
  )
