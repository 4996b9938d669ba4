import { shorten, TagArchiveError } from '../errors.ts'
import type { SiteAddress } from '../pages/urls.ts'

export interface AddressSources {
  /** The option, `site.url`. */
  readonly url: string
  /** `SITE_URL` and `PATH_PREFIX`: set by the Pages workflow. An empty one counts as not set. */
  readonly environment: { readonly SITE_URL?: string | undefined; readonly PATH_PREFIX?: string | undefined }
  /** Eleventy's `--pathprefix`, or what the config returns; `/` counts as not set. */
  readonly eleventyPathPrefix?: string | undefined
}

/**
 * Where the site stands. The address is `SITE_URL`, else the option; its path is replaced by Eleventy's path prefix, else
 * by `PATH_PREFIX`.
 *
 * @throws {TagArchiveError} `SITE_URL_INVALID`
 */
export function resolveSiteAddress({ url, environment, eleventyPathPrefix = '/' }: AddressSources): SiteAddress {
  const name = environment.SITE_URL ? 'SITE_URL' : 'site.url'
  const { origin, pathname } = parseSiteUrl(environment.SITE_URL || url, name)
  const prefix = [eleventyPathPrefix, environment.PATH_PREFIX ?? ''].map(trimSlashes).find((path) => path !== '')
  return { origin, pathPrefix: normalisePrefix(environment.PATH_PREFIX === '/' && !prefix ? '' : (prefix ?? pathname)) }
}

function parseSiteUrl(text: string, name: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') return url
  throw new TagArchiveError('SITE_URL_INVALID', {
    problem: `${name} is ${shorten(text)}, which is not the address of a site.`,
    remedy: 'Write it in full, such as "https://example.org/blog/".',
  })
}

const trimSlashes = (path: string): string => path.replace(/^\/+|\/+$/g, '')

function normalisePrefix(path: string): string {
  const trimmed = trimSlashes(decodeURI(path))
  return trimmed === '' ? '/' : `/${trimmed}/`
}
