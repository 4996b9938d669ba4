import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { findBodyAddresses } from '../import/media/body-addresses.ts'
import { compareCodePoints } from '../markup/compare.ts'
import type { ImageSize } from '../markup/image-tokens.ts'
import { mediaPath, type UrlPath } from '../pages/urls.ts'
import type { PostComment } from '../posts/comment-file.ts'
import { readStamp } from '../posts/kept-files.ts'
import type { Post } from '../posts/post.ts'
import { textFact } from '../posts/post-text.ts'
import { readImageSize } from './image-size.ts'
import type { OutputManifest } from './output-manifest.ts'

/** A picture or attachment that is copied. */
export interface MediaFile {
  readonly path: UrlPath
  /** Where it lies. */
  readonly from: string
}

/**
 * Pictures and attachments that an import put beside the posts: those that published texts name, so that nobody sees the
 * pictures of a draft.
 *
 * @param posts - Those that are published.
 * @param commentsOf - Comments that are shown.
 * @param directory - Folder of the posts.
 */
export function toMediaFiles(
  posts: readonly Post[],
  commentsOf: (post: Post) => readonly PostComment[],
  directory: string,
): readonly MediaFile[] {
  if (!existsSync(mediaFolder(directory))) return []
  const addresses = posts.flatMap((post) => [
    ...addressesOf(post),
    ...commentsOf(post).flatMap(({ body }) => listAddresses(body)),
  ])
  return Array.from(new Set(addresses))
    .sort(compareCodePoints)
    .flatMap((address) => findMediaFile(address, directory) ?? [])
}

const listAddresses = (text: string): readonly string[] =>
  text.includes('/media/') ? findBodyAddresses(text).map(({ address }) => address) : []

const addressesOf = textFact('addresses', listAddresses)

/** @param directory - Folder of the posts. */
export const createMediaSizes = (directory: string): ((address: string) => ImageSize | undefined) => {
  const sizes = new Map<string, ImageSize | undefined>()
  return (address) => {
    if (!sizes.has(address)) {
      const file = findMediaFile(address, directory)
      sizes.set(address, file && readImageSize(file.from))
    }
    return sizes.get(address)
  }
}

function findMediaFile(address: string, directory: string): MediaFile | undefined {
  const name = /^\/media\/(\w[\w.-]*)$/.exec(address)?.[1]
  if (name === undefined) return undefined
  const from = path.join(mediaFolder(directory), name)
  return statSync(from, { throwIfNoEntry: false })?.isFile() ? { path: mediaPath(name), from } : undefined
}

const mediaFolder = (directory: string): string => path.join(directory, 'media')

/** Puts them where the pages look for them, unless an earlier build did. */
export function copyMedia(
  files: readonly MediaFile[],
  { directory, manifest }: { readonly directory: string; readonly manifest: OutputManifest },
): void {
  // An import names a file by its bytes; an owner may put another one in its place.
  const copies = files.map(({ path: place, from }) => {
    const stamp = readStamp(from)
    return { name: path.join('.', place), key: stamp?.text ?? '', bytes: stamp?.bytes, from }
  })
  for (const { name, from } of manifest.beginPending(copies)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    copyFileSync(from, path.join(directory, name))
    manifest.noteJustWritten(name)
  }
}
