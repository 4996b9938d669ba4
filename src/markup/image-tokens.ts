import type { Token } from 'markdown-it'

/** In pixels of the picture itself. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

export interface ImageOptions {
  /** Of the picture at an address that a text names; its place is kept free until it comes, so that nothing moves. */
  readonly imageSizeOf?: ((url: string) => ImageSize | undefined) | undefined
  /** A page begins with the text. */
  readonly opensPage?: boolean | undefined
}

/** Characters of text that stand on a first screen, below the heading of a page. */
const firstScreen = 600

/**
 * Pictures wait until a reader comes near them, but for the first one where it stands on the first screen: it is then the largest thing that
 * a reader waits for, and a browser that has to lay out the page before it asks for it shows it later.
 */
export function setImages(tokens: readonly Token[], { imageSizeOf, opensPage = false }: ImageOptions): void {
  let textBefore = 0
  let isFirst = true
  for (const { children, content } of tokens) {
    if (children === null) continue
    for (const image of children.filter(({ type }) => type === 'image')) {
      const size = imageSizeOf?.(String(image.attrGet('src')))
      if (size !== undefined) {
        image.attrSet('width', String(size.width))
        image.attrSet('height', String(size.height))
      }
      const isAwaited = opensPage && isFirst && textBefore < firstScreen
      if (!isAwaited) {
        image.attrSet('loading', 'lazy')
        image.attrSet('decoding', 'async')
      }
      isFirst = false
    }
    textBefore += content.length
  }
}
