import { listSome, type Problem } from '../../errors.ts'
import { compareCodePoints } from '../../markup/compare.ts'
import { type ArchivedArticle, type ArticleSource, listTexts } from '../archived-article.ts'
import { findBodyAddresses } from './body-addresses.ts'
import { findHost } from './media-places.ts'

export const toMediaRefused = (address: string, refusal: string, source: ArticleSource): Problem => ({
  code: 'MEDIA_REFUSED',
  message: `${address} ${refusal}, so it did not come along.`,
  remedy: 'Look at the file; put a sound one in its place and import again, or mend the post.',
  source,
  severity: 'loss',
})

/** Pictures that stay at their old addresses, counted by host: there may be hundreds. */
export function findRemoteImages(articles: readonly ArchivedArticle[]): readonly Problem[] {
  const images = articles
    .flatMap(listTexts)
    .flatMap(findBodyAddresses)
    .filter(({ kind }) => kind === 'image')
  const hosts = Array.from(new Set(images.map(({ address }) => address))).flatMap((address) => findHost(address) ?? [])
  if (hosts.length === 0) return []
  const counts = new Map<string, number>()
  for (const host of hosts) counts.set(host, (counts.get(host) ?? 0) + 1)
  const told = Array.from(counts)
    .sort(([a, n], [b, m]) => m - n || compareCodePoints(a, b))
    .map(([host, count]) => `${host} (${count})`)
  return [
    {
      code: 'IMAGES_REMOTE',
      message: `${hosts.length} ${hosts.length === 1 ? 'image stays' : 'images stay'} where the old blog had them: ${listSome(told)}.`,
      remedy: 'Import again with --uploads and a copy of the old uploads, or keep those addresses alive.',
      severity: 'doubt',
    },
  ]
}
