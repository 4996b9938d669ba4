import { generator } from '../generator.ts'
import { type Html, html, trusted } from '../markup/html.ts'

export interface RedirectView {
  /** BCP 47. */
  readonly language: string
  /** Of the new page. */
  readonly title: string
  /** Below the path prefix. */
  readonly href: string
  /** Absolute. */
  readonly canonical: string
}

/** What stands at an old address: it leads on at once, with or without script, and says so to search engines. By its generator a later build knows it. */
export const redirectPage = ({ language, title, href, canonical }: RedirectView): Html => html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="generator" content="${generator}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${canonical}">
<meta http-equiv="refresh" content="0; url=${href}">
</head>
<body>
<p><a href="${href}">${title}</a></p>
</body>
</html>
`

/**
 * Leads on from addresses such as `/?p=123`, which a static host takes for the home page. The one script of the site outside of
 * search, and only where the old site had such addresses; without it the page is what it is.
 *
 * @param url - Of the JSON document with the new addresses.
 */
export const oldAddressScript = (url: string): Html =>
  trusted(`<script>
const old = ['p', 'page_id', 'tag'].map((name) => [name, new URLSearchParams(location.search).get(name)]).find(([, value]) => value)
if (old) fetch(${JSON.stringify(url).replaceAll('<', '\\u003c')}).then((answer) => answer.json()).then((pages) => {
  const page = pages[old.join('=')]
  if (page) location.replace(page)
})
</script>
`)
