import { describe, expect, test } from 'vitest'
import { createUrls, homePath, monthPath, pagePath, parseUrlPath, tagPath } from '../../src/pages/urls.ts'
import { toSlug } from '../../src/posts/slug.ts'
import { catchError } from '../catch-error.ts'

describe('addresses', () => {
  const atRoot = createUrls({ origin: 'https://example.org', pathPrefix: '/' })
  const below = createUrls({ origin: 'https://example.org', pathPrefix: '/blog/' })

  test('links stand under the path prefix, absolute ones have scheme and host', () => {
    expect(atRoot.href(homePath)).toBe('/')
    expect(below.href(homePath)).toBe('/blog/')
    expect(below.href(tagPath(toSlug('C++')))).toBe('/blog/tag/cpp/')
    expect(below.absolute(monthPath('2023-11'))).toBe('https://example.org/blog/2023/11/')
  })

  test('letters beyond ASCII are percent-escaped, once', () => {
    expect(atRoot.href(parseUrlPath('/été/', 'test'))).toBe('/%C3%A9t%C3%A9/')
    expect(atRoot.href(parseUrlPath('/%C3%A9t%C3%A9/', 'test'))).toBe('/%C3%A9t%C3%A9/')
  })

  test('the first page of a list has the list’s own address', () => {
    expect(pagePath(homePath, 1)).toBe('/')
    expect(pagePath(homePath, 2)).toBe('/page/2/')
    expect(pagePath(monthPath('2023-11'), 3)).toBe('/2023/11/page/3/')
  })

  test.each(['/', '/a/', '/2010/07/08/bonjour/', '/a.html', '/a/b.php/', '/a/b.html'])('%s can be served', (text) => {
    expect(parseUrlPath(text, 'test')).toBe(text)
  })

  test.each([
    '',
    'a/',
    '/a',
    '//a/',
    '/a//b/',
    '/../a/',
    '/a/./b/',
    '/a?b/',
    '/a#b/',
    '/a\\b/',
    '/a\n/',
    '/a:b/',
    '/%2e%2e/',
    'https://a/',
  ])('%j cannot, and the message says where it stands', (text) => {
    const error = catchError(() => parseUrlPath(text, 'permalink of post "bonjour"'))
    expect(error).toMatchObject({ code: 'PERMALINK_INVALID' })
    expect(error.message).toContain('permalink of post "bonjour"')
  })
})
