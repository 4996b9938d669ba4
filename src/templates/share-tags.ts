import { type Html, html, nothing } from '../markup/html.ts'
import type { PageFrame } from '../pages/page-frame.ts'
import { shareImageSize } from './share-card.ts'

/** What others show of a page where somebody shares its address, besides its description. */
export const shareTags = (frame: PageFrame): Html => {
  const { canonical, article } = frame
  if (canonical === undefined) return nothing
  return html`${property('og:type', article === undefined ? 'website' : 'article')}${property('og:site_name', frame.site.text)}${property('og:title', frame.title)}${property('og:url', canonical)}${shareImage(frame)}<meta name="twitter:card" content="${frame.image === undefined ? 'summary' : 'summary_large_image'}">
`
}

const shareImage = ({ image }: PageFrame): Html =>
  image === undefined
    ? nothing
    : html`${property('og:image', image.url)}${property('og:image:type', 'image/png')}${property('og:image:width', `${shareImageSize.width}`)}${property('og:image:height', `${shareImageSize.height}`)}${property('og:image:alt', image.alt)}`

const property = (name: string, content: string): Html =>
  content === '' ? nothing : html`<meta property="${name}" content="${content}">\n`
