import { describe, expect, it } from 'vitest'
import { findImagesLeft } from '../../src/import/images-left.ts'
import { article } from '../posts/build-post.ts'

describe('images beside a saved page', () => {
  it('are told, each once', () => {
    const body =
      'Un ![phare](page_files/phare.jpg) et ![bac](<page_files/bac.png> "Le bac").\n\n![phare](page_files/phare.jpg) ![banc][b]\n\n[b]: page_files/banc.jpg'
    expect(findImagesLeft([article('A', { body })])).toMatchObject([
      {
        code: 'IMAGES_LEFT',
        message: expect.stringContaining(
          '3 images that the sources name by a path beside them did not come along: page_files/phare.jpg, page_files/bac.png, page_files/banc.jpg.',
        ),
      },
    ])
  })

  it.each([
    '![a](https://example.org/a.jpg)',
    '![a](/a.jpg)',
    '![a](data:image/png;base64,x)',
    '[a](a.jpg)',
    '`![a](a.jpg)`',
    'a',
  ])('are not %s', (body) => {
    expect(findImagesLeft([article('A', { body })])).toEqual([])
  })
})
