import { describe, expect, test } from 'vitest'
import { resolveSiteAddress } from '../../src/eleventy/site-address.ts'
import { catchError } from '../catch-error.ts'

interface Row {
  readonly url?: string
  readonly SITE_URL?: string
  readonly PATH_PREFIX?: string
  readonly cli?: string
}

const resolve = ({ url = 'https://example.org/', cli, ...environment }: Row) => {
  const { origin, pathPrefix } = resolveSiteAddress({ url, environment, eleventyPathPrefix: cli })
  return origin + pathPrefix
}

describe('where the site stands', () => {
  test.each<[string, Row, string]>([
    ['the option', {}, 'https://example.org/'],
    ['the option’s path', { url: 'https://example.org/blog' }, 'https://example.org/blog/'],
    ['SITE_URL before the option', { SITE_URL: 'https://me.github.io/repo' }, 'https://me.github.io/repo/'],
    [
      'a project site as GitHub tells it',
      { SITE_URL: 'https://me.github.io/repo', PATH_PREFIX: '/repo' },
      'https://me.github.io/repo/',
    ],
    ['a user site as GitHub tells it', { SITE_URL: 'https://me.github.io', PATH_PREFIX: '' }, 'https://me.github.io/'],
    ['PATH_PREFIX with slashes or without', { PATH_PREFIX: 'a/b' }, 'https://example.org/a/b/'],
    ['', { PATH_PREFIX: '/a/b/' }, 'https://example.org/a/b/'],
    [
      'PATH_PREFIX that leads to the root',
      { url: 'https://example.org/blog/', PATH_PREFIX: '/' },
      'https://example.org/',
    ],
    ['Eleventy’s prefix before PATH_PREFIX', { PATH_PREFIX: '/a/', cli: '/b/' }, 'https://example.org/b/'],
    ['Eleventy’s default is none', { PATH_PREFIX: '/a/', cli: '/' }, 'https://example.org/a/'],
    ['a port', { url: 'http://localhost:8080/' }, 'http://localhost:8080/'],
  ])('%s', (_, row, expected) => {
    expect(resolve(row)).toBe(expected)
  })

  test.each(['example.org', 'ftp://example.org/', '/blog/', 'https://example.org/?a=1', ''])(
    '%j is no address',
    (url) => {
      expect(catchError(() => resolve({ url }))).toMatchObject({ code: 'SITE_URL_INVALID' })
      if (url !== '') expect(catchError(() => resolve({ SITE_URL: url })).message).toContain('SITE_URL is')
    },
  )
})
