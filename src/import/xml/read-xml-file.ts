import { isFeed, readFeed } from '../feed/read-feed.ts'
import type { TextArchive, TextArchiveOptions } from '../read-text-archive.ts'
import { isWxr, readWxr } from '../wxr/read-wxr.ts'
import { openXml } from './open-xml.ts'

/**
 * Reads a file of XML that holds posts: an export of WordPress or Blogger, or a feed.
 *
 * @param chunks - The file's bytes, cut anywhere. They are let go as they are read; what stays are the articles.
 * @returns `undefined` for XML of other kinds, of which no more than the start is read.
 */
export function readXmlFile(chunks: Iterable<Uint8Array>, options: TextArchiveOptions): TextArchive | undefined {
  const xml = openXml(chunks)
  if (xml.root === undefined) return undefined
  if (isWxr(xml.root)) return readWxr(xml, options)
  return isFeed(xml.root) ? readFeed(xml, options) : undefined
}
