import type { Problem } from '../../errors.ts'
import type { Post } from '../../posts/post.ts'
import { findDeadLinks } from './dead-links.ts'
import { findFeedFaults } from './feed-faults.ts'
import { checkPageHeads } from './page-heads.ts'
import type { SiteFolder } from './site-folder.ts'
import { readSitePages } from './site-page.ts'
import { checkSiteSize } from './site-size.ts'
import { findStalePages } from './stale-pages.ts'

/**
 * All that is wrong with a built site.
 *
 * @param posts - That it was built from.
 * @param pathPrefix - Under which it is served.
 */
export function checkSite(site: SiteFolder, posts: readonly Post[], pathPrefix: string): readonly Problem[] {
  const pages = readSitePages(site)
  return [
    ...findDeadLinks(pages, site.files, pathPrefix),
    ...findFeedFaults(site),
    ...findStalePages(pages, posts),
    ...checkPageHeads(pages),
    ...checkSiteSize(site),
  ]
}
