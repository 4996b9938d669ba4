import { readFileSync } from 'node:fs'
import path from 'node:path'
import { hashOf } from '../content-hash.ts'
import { TagArchiveError, toReason } from '../errors.ts'
import type { ResolvedOptions } from '../options.ts'
import type { SiteImage, SiteImages } from '../pages/site-images.ts'
import { siteImagePath } from '../pages/urls.ts'
import { toStylesheet } from '../templates/stylesheet.ts'
import { parseImageSize } from './image-size.ts'
import type { MediaFile } from './media-files.ts'

/** How a site looks: the theme, with what its owner gave. */
export interface Theme {
  readonly stylesheet: string
  readonly images: SiteImages
  /** Files of the owner's that are copied. */
  readonly files: readonly MediaFile[]
}

type ThemeOptions = Pick<ResolvedOptions, 'site' | 'styles'>

/** Files that a site looks like, relative to its folder. */
export const listThemeFiles = ({ site, styles }: ThemeOptions): readonly string[] =>
  [site.logo, site.headerImage, ...styles].filter((file) => file !== undefined)

/**
 * Reads the owner's files anew: under `--serve` they may have changed.
 *
 * @throws {TagArchiveError} `THEME_FILE_MISSING`, `THEME_FILE_INVALID`
 */
export function readTheme({ site, styles }: ThemeOptions): Theme {
  const logo = site.logo === undefined ? undefined : readImage('logo', site.logo)
  const header = site.headerImage === undefined ? undefined : readImage('headerImage', site.headerImage)
  return {
    stylesheet: toStylesheet(styles.map(readStyles)),
    images: { logo: logo?.image, header: header?.image },
    files: [logo, header].flatMap((read) => (read === undefined ? [] : [read.file])),
  }
}

/** A new picture gets a new address, so that no browser shows the one that it keeps. */
function readImage(
  option: 'logo' | 'headerImage',
  file: string,
): { readonly image: SiteImage; readonly file: MediaFile } {
  const bytes = readFile(`site.${option}`, file)
  const size = parseImageSize(bytes)
  if (size === undefined)
    throw new TagArchiveError('THEME_FILE_INVALID', {
      problem: `The option "site.${option}" names ${file}, which doesn't tell the size of a picture.`,
      remedy:
        'Save it again as what its name says; a drawing (SVG) needs a viewBox, or a width and a height in pixels.',
    })
  const place = siteImagePath({ name: option, hash: hashOf(bytes), ending: path.extname(file).toLowerCase() })
  return { image: { path: place, size }, file: { path: place, from: file } }
}

function readStyles(file: string): string {
  const css = readFile('styles', file)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  if (beginsWithImport.test(css))
    throw new TagArchiveError('THEME_FILE_INVALID', {
      problem: `${file}, a file of the option "styles", begins with @import, which browsers ignore behind other rules.`,
      remedy: 'Name the imported file in the option, before this one, and take out the line.',
    })
  return css
}

/** Elsewhere than before all rules, it does nothing in any file. */
const beginsWithImport = /^(?:\s|\/\*[\s\S]*?\*\/|@charset[^;]*;|@layer[^;{]*;)*@import\b/i

function readFile(option: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new TagArchiveError('THEME_FILE_MISSING', {
      problem: `The option "${option}" names ${file}, which can't be read (${toReason(cause)}).`,
      remedy: `Put the file there, or correct its path: it begins at the folder that the build runs in, ${path.resolve('.')}.`,
      cause,
    })
  }
}
