import { attribute, type Html, html, nothing, trusted } from '../markup/html.ts'
import type { FeedLink } from '../pages/feed-links.ts'
import type { NavigationLink, PageFrame } from '../pages/page-frame.ts'
import type { ImageView } from '../pages/site-images.ts'
import { oldAddressScript } from './redirect.ts'
import { shareTags } from './share-tags.ts'
import { structuredData } from './structured-data.ts'

export interface LayoutView {
  readonly frame: PageFrame
  readonly content: Html
}

/** The whole document around a page's content. */
export const layout = ({ frame, content }: LayoutView): Html => html`<!DOCTYPE html>
<html lang="${frame.messages.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${frame.documentTitle}</title>
${head(frame)}</head>
<body>
<a class="skip-link" href="#content">${frame.messages.layout.skipLink}</a>
<header class="site-header">
<div class="site-bar">
${siteTitle(frame)}
<nav aria-label="${frame.messages.layout.navigation}">
<ul class="site-nav">
${frame.navigation.map(navigationLink)}</ul>
</nav>
</div>
${headerImage(frame)}</header>
<main id="content" tabindex="-1">
${content}
</main>
<footer class="site-footer">
<p>${frame.site.text}. ${frame.messages.footer.note}</p>
</footer>
</body>
</html>
`

const head = (frame: PageFrame): Html => html`${description(frame)}${
  frame.isIndexed ? nothing : meta('robots', 'noindex')
}${link('canonical', frame.canonical)}${link('prev', frame.previous)}${link('next', frame.next)}${
  isContinuation(frame) ? nothing : html`${shareTags(frame)}${structuredData(frame)}`
}${frame.feeds.map(feedLink)}${link('stylesheet', frame.stylesheet)}<link rel="icon" href="${frame.icon}">
${frame.isHome ? link('manifest', frame.webManifest) : nothing}${script(frame.script)}${
  frame.addressList === undefined ? nothing : oldAddressScript(frame.addressList)
}`

/** A list goes on here; what it is was said on its first page, and nobody shares the seventh. */
const isContinuation = ({ previous }: PageFrame): boolean => previous !== undefined

/** One element for search engines and for those who show a shared address: they look for it by different names. */
const description = (frame: PageFrame): Html => {
  const isShared = frame.canonical !== undefined && !isContinuation(frame)
  return frame.description === ''
    ? nothing
    : html`<meta name="description"${attribute('property', isShared ? 'og:description' : undefined)} content="${frame.description}">\n`
}

const meta = (name: string, content: string): Html => html`<meta name="${name}" content="${content}">\n`

const link = (rel: string, href: string | undefined): Html =>
  href === undefined ? nothing : html`<link rel="${rel}" href="${href}">\n`

const script = (src: string | undefined): Html =>
  src === undefined ? nothing : html`<script type="module" src="${src}">${endOfScript}\n`

/** Apart, or a bundler takes the template that has it to pieces. */
const endOfScript = trusted('</script>')

const feedLink = ({ type, title, href }: FeedLink): Html =>
  html`<link rel="alternate" type="${type}" title="${title}" href="${href}">\n`

const siteTitle = ({ site, logo, isHome }: PageFrame): Html =>
  html`<p class="site-title"><a href="${site.href}"${attribute('aria-current', isHome ? 'page' : undefined)}>${logo === undefined ? site.text : picture(logo, { alt: site.text })}</a></p>`

const headerImage = ({ headerImage: image }: PageFrame): Html =>
  image === undefined ? nothing : html`${picture(image, { alt: '', className: 'header-image' })}\n`

const picture = (
  { src, width, height }: ImageView,
  { alt, className }: { readonly alt: string; readonly className?: string },
): Html => html`<img${attribute('class', className)} src="${src}" alt="${alt}" width="${width}" height="${height}">`

const navigationLink = ({ text, href, current }: NavigationLink): Html =>
  html`<li><a href="${href}"${attribute('aria-current', current && (current === 'page' ? 'page' : 'true'))}>${text}</a></li>\n`
