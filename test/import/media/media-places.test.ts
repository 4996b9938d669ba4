import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type MediaFolders, toMediaPlaces } from '../../../src/import/media/media-places.ts'

const source = { absolute: '/in/blog/page.html', root: '/in' }
const folders: MediaFolders = { uploads: '/up', hosts: new Set(['phare.example', 'quai.wordpress.com']) }
const files = (address: string, given: MediaFolders = folders) =>
  toMediaPlaces(address, [source], given).map(({ file }) => file)

describe('a file that a post names is looked for', () => {
  it.each([
    ['page_files/a.jpg', '/in/blog/page_files/a.jpg'],
    ['page_files/le%20phare.jpg', '/in/blog/page_files/le phare.jpg'],
    ['../img/a.jpg', '/in/img/a.jpg'],
    ['a.jpg', '/in/blog/page/a.jpg'],
    ['/img/a.jpg', '/in/img/a.jpg'],
    ['/img/a.jpg', '/in/static/img/a.jpg'],
    ['https://phare.example/wp-content/uploads/2010/07/a.jpg', '/up/2010/07/a.jpg'],
    ['http://www.phare.example/wp-content/uploads/a-300x200.jpg?w=3', '/up/a.jpg'],
    ['https://phare.example/wp-content/uploads/a.jpg', '/up/a-scaled.jpg'],
    ['https://phare.example/wp-content/uploads/a-scaled.jpg', '/up/a.jpg'],
    ['https://i0.wp.com/phare.example/wp-content/uploads/a.jpg', '/up/a.jpg'],
    ['https://quai.files.wordpress.com/2010/07/a.jpg', '/up/2010/07/a.jpg'],
    ['https://phare.example/wp-content/uploads/sites/3/a.jpg', '/up/a.jpg'],
    ['/wp-content/uploads/a.jpg', '/up/a.jpg'],
    ['//phare.example/wp-content/uploads/%C3%A9t%C3%A9.jpg', '/up/été.jpg'],
    ['https://phare.example/wp-content/uploads/%C3%A9t%C3%A9.jpg', '/up/été.jpg'.normalize('NFD')],
  ])('%s, at %s', (address, file) => {
    expect(files(address)).toContain(file)
  })

  it('in the size that is named before the full one', () => {
    expect(files('/wp-content/uploads/a-300x200.jpg').filter((file) => file.startsWith('/up/'))).toEqual([
      '/up/a-300x200.jpg',
      '/up/a.jpg',
      '/up/a-scaled.jpg',
    ])
  })

  it.each([
    'https://ailleurs.example/wp-content/uploads/a.jpg',
    'https://ailleurs.files.wordpress.com/a.jpg',
    '../../../a.jpg',
    'data:image/png;base64,a.png',
  ])('nowhere, if it is %s', (address) => {
    expect(files(address)).toEqual([])
  })
})

test('no address leads out of its folder', () => {
  const part = fc.oneof(
    fc.constantFrom('..', '%2e%2e', '.', '', 'a', 'uploads', 'wp-content', '%00', '..%2f'),
    fc.string(),
  )
  fc.assert(
    fc.property(
      fc.array(part),
      fc.constantFrom('', '/', 'https://phare.example/wp-content/uploads/'),
      (parts, start) => {
        for (const { root, file } of toMediaPlaces(start + parts.join('/'), [source], folders)) {
          expect(path.relative(root, file)).not.toMatch(/^\.\.(?:\/|$)/)
        }
      },
    ),
  )
})
