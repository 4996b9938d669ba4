import type { SiteFolder } from './site-folder.ts'

/** What the checks need to know of an HTML page. */
export interface SitePage {
  readonly file: string
  /** Addresses as written, each once. */
  readonly links: readonly string[]
  readonly images: readonly string[]
  readonly ids: ReadonlySet<string>
  readonly title: string
  readonly description: string
  /** Search engines are told to leave it out. */
  readonly isHidden: boolean
  readonly canonical: string | undefined
}

/** Reads all pages, one after another. Linear in their size: attributes are looked for, no document is built. */
export const readSitePages = (site: SiteFolder): readonly SitePage[] =>
  site.files.filter((file) => file.endsWith('.html')).map((file) => readPage(file, site.read(file)))

function readPage(file: string, html: string): SitePage {
  const links = new Set<string>()
  const images = new Set<string>()
  const ids = new Set<string>()
  for (const [, name, double, single] of html.matchAll(attributes)) {
    const value = unescapeText(double ?? single ?? '')
    if (name === 'href') links.add(value)
    else if (name === 'src') images.add(value)
    else if (name === 'srcset') for (const image of listSrcset(value)) images.add(image)
    else ids.add(value)
  }
  return {
    file,
    links: [...links],
    images: [...images],
    ids,
    title: unescapeText(/<title>([^<]*)</.exec(html)?.[1] ?? '').trim(),
    description: findMeta(html, 'description').trim(),
    isHidden: /\bnoindex\b/.test(findMeta(html, 'robots')),
    canonical: /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1],
  }
}

const attributes = /\s(href|src|srcset|id)=(?:"([^"]*)"|'([^']*)')/g

const listSrcset = (srcset: string): readonly string[] =>
  srcset.split(/,\s+/).flatMap((candidate) => candidate.trim().split(/\s+/)[0] || [])

const findMeta = (html: string, name: string): string =>
  unescapeText(new RegExp(`<meta name="${name}"[^>]* content="([^"]*)"`).exec(html)?.[1] ?? '')

const unescapeText = (text: string): string =>
  text
    .replace(/&(?:amp|#38|#x26);/gi, '&')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
