import type { ImageSize } from '../markup/image-tokens.ts'
import type { UrlPath, Urls } from './urls.ts'

/** A picture of the site itself. */
export interface SiteImage {
  readonly path: UrlPath
  readonly size: ImageSize
}

/** Those that its owner chose. */
export interface SiteImages {
  /** Stands for the title. */
  readonly logo?: SiteImage | undefined
  /** Adorns the home page. */
  readonly header?: SiteImage | undefined
}

/** A picture as a page shows it. */
export interface ImageView extends ImageSize {
  readonly src: string
}

/** No higher than three lines of text, in pixels, since a browser that doesn't have the picture yet knows no more of it. */
const highestLogo = 72

/** A larger one is sharp on screens that have more pixels. */
export function toLogoView(logo: SiteImage | undefined, urls: Urls): ImageView | undefined {
  if (logo === undefined) return undefined
  const { width, height } = logo.size
  const scale = Math.min(1, highestLogo / height)
  return { src: urls.href(logo.path), width: Math.round(width * scale), height: Math.round(height * scale) }
}

export const toImageView = (image: SiteImage | undefined, urls: Urls): ImageView | undefined =>
  image && { src: urls.href(image.path), ...image.size }
