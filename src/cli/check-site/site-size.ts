import type { Problem } from '../../errors.ts'
import type { SiteFolder } from './site-folder.ts'

/** What GitHub Pages serves of one site at most. */
const mostBytes = 1e9
const warnedShare = 0.7

/** The size of a site against what GitHub Pages takes. */
export function checkSiteSize({ files, sizeOf }: SiteFolder): readonly Problem[] {
  const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0)
  if (bytes < warnedShare * mostBytes) return []
  const isTooLarge = bytes > mostBytes
  return [
    {
      code: isTooLarge ? 'SITE_TOO_LARGE' : 'SITE_LARGE',
      message: `The site has ${Math.round(bytes / 1e6)} MB; GitHub Pages takes ${mostBytes / 1e6} MB.`,
      remedy: "Leave out the history of the feeds (feeds: { history: 'none' }), or move images to another host.",
      severity: isTooLarge ? 'loss' : 'doubt',
    },
  ]
}
