import type { Problem } from '../errors.ts'
import type { SiteAddress } from '../pages/urls.ts'
import type { BuildStart } from './eleventy-types.ts'

/** A site that is built to be published, and says that it stands on this machine: so it has no address yet. */
export function findLocalAddress({ origin }: SiteAddress, { runMode, outputMode }: BuildStart): readonly Problem[] {
  if (runMode !== 'build' || outputMode !== 'fs' || !isLocal(origin)) return []
  return [
    toLocalAddress(`Links in feeds, the sitemap and the heads of pages begin with ${origin}, which is this machine`),
  ]
}

export const isLocal = (url: string): boolean => /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/.test(url)

/** @param message - Without a full stop. */
export const toLocalAddress = (message: string): Problem => ({
  code: 'ADDRESS_LOCAL',
  message: `${message}.`,
  remedy:
    'Before you publish the site, write its address into the option site.url, or build with SITE_URL=https://… npx eleventy.',
  severity: 'doubt',
})
