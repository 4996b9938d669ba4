import type { Problem } from '../../errors.ts'
import { decodePercent } from '../../markup/decode-percent.ts'
import type { Post } from '../../posts/post.ts'
import { findDeadLinks } from './dead-links.ts'
import { findFeedFaults } from './feed-faults.ts'
import { checkPageHeads } from './page-heads.ts'
import type { SiteFolder } from './site-folder.ts'
import { readSitePages, type SitePage } from './site-page.ts'
import { checkSiteSize } from './site-size.ts'
import { findStalePages } from './stale-pages.ts'

/**
 * All that is wrong with a built site.
 *
 * @param posts - That it was built from.
 * @param pathPrefix - Under which it is served; unless that is said, what its home page says.
 */
export function checkSite(site: SiteFolder, posts: readonly Post[], pathPrefix?: string): readonly Problem[] {
  const pages = readSitePages(site)
  return [
    ...findDeadLinks(pages, site.files, pathPrefix || findPathPrefix(pages)),
    ...findFeedFaults(site),
    ...findStalePages(pages, posts),
    ...checkPageHeads(pages),
    ...checkSiteSize(site),
  ]
}

function findPathPrefix(pages: readonly SitePage[]): string {
  const address = pages.find(({ file }) => file === 'index.html')?.canonical
  return address !== undefined && URL.canParse(address) ? decodePercent(new URL(address).pathname) : '/'
}
