import { describe, expect, test } from 'vitest'
import { findPathClashes } from '../../src/pages/output-paths.ts'
import { parseUrlPath } from '../../src/pages/urls.ts'

const outputs = (...paths: readonly string[]) =>
  paths.map((path) => ({
    path: parseUrlPath(path, 'test'),
    describe: () => ({ name: `post "${path}"`, remedy: `Move ${path}.` }),
  }))

describe('outputs that would overwrite each other are found before writing', () => {
  test.each([
    ['the same path', '/a/', '/a/'],
    ['a page and its file', '/a/', '/a/index.html'],
    ['letters of another case, one file on many disks', '/Bonjour/', '/bonjour/'],
    ['accents written in two ways', '/e\u0301t\u00e9/', '/été/'],
    ['a file where another needs a folder', '/feed.xml', '/feed.xml/a/'],
  ])('%s', (_, first, second) => {
    const errors = findPathClashes(outputs('/', first, second))
    expect(errors).toMatchObject([{ code: 'PATH_CLASH' }])
    expect(errors[0]?.message).toMatch(/^Post ".*" and post ".*" would both be written to .* Move .*\.$/)
  })

  test('paths that only look alike are let through', () => {
    expect(findPathClashes(outputs('/', '/a/', '/a/b/', '/ab/', '/a.html', '/feed.xml'))).toEqual([])
  })
})
