import { element, formatXml } from '../markup/xml.ts'
import type { SitemapPlan } from '../pages/sitemap.ts'
import type { UrlPath } from '../pages/urls.ts'

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** @param absolute - Gives a path its scheme and host. */
export function formatSitemap({ content }: SitemapPlan, absolute: (path: UrlPath) => string): string {
  const root =
    content.kind === 'index'
      ? element(
          'sitemapindex',
          { xmlns: namespace },
          content.parts.map((part) => ['\n', element('sitemap', {}, element('loc', {}, absolute(part)))]),
          '\n',
        )
      : element(
          'urlset',
          { xmlns: namespace },
          content.entries.map(({ path, lastModified }) => [
            '\n',
            element(
              'url',
              {},
              element('loc', {}, absolute(path)),
              lastModified === undefined ? undefined : element('lastmod', {}, lastModified),
            ),
          ]),
          '\n',
        )
  return formatXml(root)
}

export const formatRobots = (sitemapUrl: string): string => `User-agent: *\nAllow: /\n\nSitemap: ${sitemapUrl}\n`
