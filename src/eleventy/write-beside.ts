import path from 'node:path'
import { joinParts, type TextParts } from '../markup/text-parts.ts'
import type { UrlPath } from '../pages/urls.ts'
import { toShortHash } from '../short-hash.ts'
import { type TakeTurn, takeNoTurn } from '../steps.ts'
import { FileWriter } from './file-writer.ts'
import type { WrittenFile } from './manifest-file.ts'
import type { OutputManifest } from './output-manifest.ts'
import type { OutputKind } from './site.ts'
import type { Stages } from './stages.ts'

/** A file of the site that is no template of Eleventy's. */
export interface BesideFile {
  readonly path: UrlPath
  readonly text: () => string | TextParts
  /** Changes whenever the text would. Absent where that is no sooner known than the text. */
  readonly key?: (() => string) | undefined
  /** Left out where the site has a file of its own there. */
  readonly yields?: boolean | undefined
  /** Of a page that Eleventy would write too. */
  readonly kind?: OutputKind | undefined
  /** A document of a feed, which a thread of its own may write. */
  readonly isFeed?: boolean | undefined
}

export interface BesideTarget {
  readonly directory: string
  readonly manifest: OutputManifest
  readonly stages: Stages
  readonly takeTurn?: TakeTurn | undefined
}

/**
 * Writes what is no template of Eleventy's, one file after another, unless an earlier build wrote the same.
 *
 * @returns Those that were written.
 */
export async function writeBeside(
  files: readonly BesideFile[],
  { directory, manifest, stages, takeTurn = takeNoTurn }: BesideTarget,
): Promise<readonly BesideFile[]> {
  const writer = new FileWriter(directory)
  const written: BesideFile[] = []
  try {
    for (const [index, file] of files.entries()) {
      stages.tell('write', index, files.length)
      await takeTurn()
      const name = toOutputName(file)
      const key = file.key?.()
      if (key !== undefined && manifest.note(name, key)) continue
      const text = toParts(file)
      if (key === undefined && manifest.note(name, toShortHash(joinParts(text)))) continue
      await writer.write(name, text)
      written.push(file)
    }
  } finally {
    await writer.end()
  }
  manifest.noteWritten(writer.written)
  return written
}

/** Writes files whatever is there. @returns What a later build has to know of them. */
export async function writeAtOnce(
  files: readonly BesideFile[],
  directory: string,
): Promise<ReadonlyMap<string, WrittenFile>> {
  const writer = new FileWriter(directory)
  const keys = new Map<string, string>()
  for (const file of files) {
    const text = toParts(file)
    const name = toOutputName(file)
    await writer.write(name, text)
    keys.set(name, file.key?.() ?? toShortHash(joinParts(text)))
  }
  await writer.end()
  return new Map(Array.from(writer.written, ([name, state]) => [name, [keys.get(name)!, ...state]]))
}

function toParts({ text }: BesideFile): TextParts {
  const made = text()
  return typeof made === 'string' ? [made] : made
}

/** Relative to the folder of the outputs. */
export const toOutputName = ({ path: place }: Pick<BesideFile, 'path'>): string =>
  `${place.slice(1)}${place.endsWith('/') ? 'index.html' : ''}`.replaceAll('/', path.sep)
