import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { TagArchiveError } from '../errors.ts'
import { escapeHtml } from '../markup/html.ts'
import { memoize } from '../memoize.ts'
import type { ShareCard, ShareImage } from '../pages/share-image.ts'
import { toShortHash } from '../short-hash.ts'
import { type MeasureText, shareCard, shareCardColours } from '../templates/share-card.ts'
import { cacheFolder, keepInCache } from './build-cache.ts'
import type { OutputManifest } from './output-manifest.ts'
import { encodePalettePng } from './palette-png.ts'
import type { Stages } from './stages.ts'

/** @throws {TagArchiveError} `SHARE_IMAGE_MISSING`, before anything is built. */
export async function requireShareImages(): Promise<void> {
  await loadPainter()
}

/** Draws the pictures that are not there yet; each is kept beside the build's other notes, so that a new folder gets it at once. */
export async function writeShareImages(
  images: readonly ShareImage[],
  target: { readonly directory: string; readonly manifest: OutputManifest; readonly stages: Stages },
): Promise<void> {
  if (images.length === 0) return
  const { directory, manifest, stages } = target
  await stages.run('images', async () => {
    const painter = await loadPainter()
    const pictures = images.map(({ path: place, card }) => ({
      name: path.join('.', place),
      key: toShortHash(place + painter.version),
      card,
    }))
    const pending = manifest.beginPending(pictures)
    for (const [index, { name, key, card }] of pending.entries()) {
      stages.tell('images', index, pending.length)
      const file = path.join(directory, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, fromCache(key) ?? toCache(key, painter.draw(card)))
      manifest.noteJustWritten(name)
      // The renderer's memory, some megabytes a picture, is given back only between two turns of the event loop.
      await setImmediate()
    }
  })
}

const cacheFile = (key: string): string =>
  path.join(cacheFolder, 'share-images', `${key.replaceAll('/', '_').replaceAll('+', '-')}.png`)

function fromCache(key: string): Uint8Array | undefined {
  try {
    const png = readFileSync(cacheFile(key))
    return isWhole(png) ? png : undefined
  } catch {
    return undefined
  }
}

/** Whether it begins and ends as a PNG does: a build may have been stopped while it wrote. */
const isWhole = (png: Buffer): boolean =>
  png.subarray(1, 4).toString('latin1') === 'PNG' && png.subarray(-8, -4).toString('latin1') === 'IEND'

function toCache(key: string, png: Uint8Array): Uint8Array {
  keepInCache(cacheFile(key), (put) => put(png))
  return png
}

interface Painter {
  /** Of all that a card's picture depends on. */
  readonly version: string
  readonly draw: (card: ShareCard) => Uint8Array
}

const packages = ['@resvg/resvg-js', '@expo-google-fonts/source-serif-4'] as const
const fonts = ['400Regular/SourceSerif4_400Regular.ttf', '600SemiBold/SourceSerif4_600SemiBold.ttf']

/** No fonts but our own: the machine's differ. */
async function loadPainter(): Promise<Painter> {
  const require = createRequire(import.meta.url)
  try {
    const { Resvg } = await import('@resvg/resvg-js')
    const fontFiles = fonts.map((font) => require.resolve(`${packages[1]}/${font}`))
    const versions = packages.map((name) => require.resolve(`${name}/package.json`))
    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Source Serif 4' }
    const open = (svg: string) => new Resvg(svg, { font })
    const measure = createMeasure((svg) => open(svg).getBBox()?.width ?? 0)
    return {
      version: readVersion(versions),
      draw: (card) => encodePalettePng(open(shareCard(card, measure)).render(), shareCardColours()),
    }
  } catch (cause) {
    throw new TagArchiveError('SHARE_IMAGE_MISSING', {
      problem: `The option "shareImages" is on, and the packages ${packages.map((name) => `"${name}"`).join(' and ')} are not both installed.`,
      remedy: `Install them (npm install --save-dev ${packages.join(' ')}), or set the option shareImages: false.`,
      cause,
    })
  }
}

/** Of lines, colours and bytes, given a card and the packages: to be raised when a picture comes out different. */
const drawingVersion = 1

const readVersion = (files: readonly string[]): string =>
  toShortHash(JSON.stringify([drawingVersion, process.versions.zlib, files.map((file) => readFileSync(file, 'utf8'))]))

const createMeasure = (widthOf: (svg: string) => number): MeasureText =>
  memoize(
    (text) =>
      widthOf(
        `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><text font-family="Source Serif 4" font-weight="600" font-size="${measuredSize}">${escapeHtml(text)}</text></svg>`,
      ) / measuredSize,
  )

const measuredSize = 100
