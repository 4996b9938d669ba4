import { closeSync, openSync, readSync } from 'node:fs'
import { lazyPackage } from '../lazy-package.ts'
import type { ImageSize } from '../markup/image-tokens.ts'

const imageSizePackage = lazyPackage<typeof import('image-size')>('image-size')

/** Where a size stands in nearly every picture, and where it stands behind a preview or a large profile of colours. */
const headBytes = [16 * 1024, 1024 * 1024]

/** Reads no more of a picture than is needed. @returns Its size as browsers show it; undefined where it doesn't tell. */
export function readImageSize(file: string): ImageSize | undefined {
  for (const bytes of headBytes) {
    const head = readHead(file, bytes)
    const size = head && parseImageSize(head)
    if (size !== undefined) return size
    if (head === undefined || head.length < bytes) return undefined
  }
  return undefined
}

/** @param head - A picture, or as much of its beginning as tells the size. */
export function parseImageSize(head: Uint8Array): ImageSize | undefined {
  try {
    const { type = '', width, height, orientation = 1 } = imageSizePackage().imageSize(head)
    if (!shownByBrowsers.has(type) || !isSize(width) || !isSize(height)) return undefined
    return orientation >= liesOnItsSide ? { width: height, height: width } : { width, height }
  } catch {
    // Cut off, damaged, or no picture.
    return undefined
  }
}

/** More pixels than that no browser shows: the header is damaged, or somebody's joke. */
const isSize = (pixels: number): boolean => pixels > 0 && pixels <= 65_535

const shownByBrowsers: ReadonlySet<string> = new Set(['svg', 'png', 'jpg', 'gif', 'webp', 'avif', 'bmp'])

/** Orientations of EXIF from this one on are turned by a quarter: a camera was held upright. */
const liesOnItsSide = 5

function readHead(file: string, bytes: number): Uint8Array | undefined {
  let handle: number | undefined
  try {
    handle = openSync(file, 'r')
    const head = new Uint8Array(bytes)
    return head.subarray(0, readSync(handle, head))
  } catch {
    return undefined
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}
