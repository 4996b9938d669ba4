import type { Problem } from '../../errors.ts'
import type { Post } from '../../posts/post.ts'
import type { SitePage } from './site-page.ts'

/**
 * Pages of articles that no post makes any more. Eleventy leaves in the folder what an earlier build wrote, so a post that was
 * deleted, renamed or taken back would be published with the rest. Only pages at the usual address are known for articles.
 */
export function findStalePages(pages: readonly SitePage[], posts: readonly Post[]): readonly Problem[] {
  const shown = new Set<string>(posts.filter(({ isDraft }) => !isDraft).map(({ slug }) => slug))
  const drafts = new Set<string>(posts.filter(({ isDraft }) => isDraft).map(({ slug }) => slug))
  return pages.flatMap(({ file, isHidden }): Problem[] => {
    const slug = /^articles\/([^/]+)\/index\.html$/.exec(file)?.[1]
    // A page that leads on from an old address may stand there too; it is hidden from search engines.
    if (slug === undefined || shown.has(slug) || isHidden) return []
    const isDraft = drafts.has(slug)
    return [
      {
        code: isDraft ? 'DRAFT_IN_SITE' : 'PAGE_STALE',
        message: `${file} shows ${isDraft ? 'a post that is a draft' : 'a post that is not there any more'}.`,
        remedy: 'Delete the built site, and build it again, before you publish it.',
        source: { file },
        severity: isDraft ? 'loss' : 'doubt',
      },
    ]
  })
}
