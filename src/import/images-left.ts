import { listSome, type Problem } from '../errors.ts'
import type { ArchivedArticle } from './archived-article.ts'
import { findBodyAddresses } from './media/body-addresses.ts'

/** Pictures with an address beside their page, in the folder that a browser saved it to, that did not come along: most are not there. */
export function findImagesLeft(articles: readonly ArchivedArticle[]): readonly Problem[] {
  const left = articles.flatMap(({ body, sources: [source] }) =>
    findBodyAddresses(body)
      .filter(({ kind, address }) => kind === 'image' && !elsewhere.test(address))
      .map(({ address }) => ({ address, source })),
  )
  if (left.length === 0) return []
  const addresses = [...new Set(left.map(({ address }) => address))]
  const images = addresses.length === 1 ? '1 image' : `${addresses.length} images`
  return [
    {
      code: 'IMAGES_LEFT',
      message: `${images} that the sources name by a path beside them did not come along: ${listSome(addresses)}.`,
      remedy:
        'Where you have them, copy them into the site and mend their addresses in the posts; tag-archive check finds those that are missing.',
      source: left[0]!.source,
      severity: 'doubt',
    },
  ]
}

/** Addresses that begin with a scheme, a slash or a hash. */
const elsewhere = /^(?:[a-z][a-z\d+.-]*:|[/#])/i
