import path from 'node:path'
import { TagArchiveError, toReason } from '../errors.ts'
import { compareCodePoints } from '../markup/compare.ts'
import type { ResolvedOptions } from '../options.ts'
import { type TakeTurn, takeNoTurn } from '../steps.ts'
import { collectGarbage } from './collect-garbage.ts'
import type { BuildResult } from './eleventy-types.ts'
import { copyMedia } from './media-files.ts'
import { byEleventy, type OutputManifest } from './output-manifest.ts'
import { type SearchTarget, writeSearchIndex } from './search-index.ts'
import { fewestFeeds, type SecondThread } from './second-thread.ts'
import { writeShareImages } from './share-images.ts'
import type { Site } from './site.ts'
import type { Stages } from './stages.ts'
import { isOurs, listRecognisable, toStaleProblems } from './stale-files.ts'
import { findTemplateKind } from './template-path.ts'
import { warn } from './warn.ts'
import { type BesideFile, type BesideTarget, toOutputName, writeBeside } from './write-beside.ts'

export type FinishedSite = Pick<Site, 'beside' | 'media' | 'search' | 'shareImages' | 'secondThread' | 'keep'>

export interface FinishSettings extends Pick<SearchTarget, 'isRebuild'>, Pick<ResolvedOptions, 'search'> {
  readonly stages: Stages
  readonly manifest: OutputManifest
  readonly takeTurn?: TakeTurn | undefined
  /** Says what Eleventy's own count of files leaves out. */
  readonly tell: (message: string) => void
}

/**
 * Does what is left to do once Eleventy has written its pages: writes what stands beside them, and deletes what earlier builds
 * wrote and this one does not. In a dry run, and where Eleventy gives its pages as JSON, nothing, as for pages.
 *
 * @returns What was written beside the pages.
 * @throws {TagArchiveError} `OUTPUT_UNWRITABLE`
 */
export async function finishOutputs(
  site: FinishedSite,
  build: BuildResult,
  settings: FinishSettings,
): Promise<readonly BesideFile[]> {
  const { outputMode, directories, results } = build
  if (outputMode !== 'fs' || results.every((result) => result === undefined)) {
    await site.secondThread?.end()
    return []
  }
  try {
    return await writeOutputs(site, build, settings)
  } catch (error) {
    throw systemError.test(toReason(error)) ? cannotWrite(directories.output, error) : error
  }
}

async function writeOutputs(
  { beside, media, search, shareImages, secondThread, keep }: FinishedSite,
  build: BuildResult,
  { stages, manifest, takeTurn, ...settings }: FinishSettings,
): Promise<readonly BesideFile[]> {
  const directory = build.directories.output
  manifest.noteByEleventy(listPages(build))
  for (const name of listOwnPages(build)) manifest.note(name, byEleventy)
  const unknown = manifest.isOfLastBuild || settings.isRebuild ? [] : listRecognisable(directory)
  const written = await stages.run('write', () =>
    writeAll(beside, { directory, manifest, stages, takeTurn, secondThread }),
  )
  await writeShareImages(shareImages, { directory, manifest, stages })
  copyMedia(media, { directory, manifest })
  await stages.run('search', () =>
    writeSearchIndex(search, { build, manifest, isRebuild: settings.isRebuild }, settings.search),
  )
  keep()
  const unchanged = written.length === beside.length ? '' : `, and left ${beside.length - written.length} as they are`
  settings.tell(`tag-archive wrote ${written.length} files${unchanged}`)
  // Of an incremental build's pages Eleventy names only those that it has written.
  if (build.incremental === true && beside.every(({ kind }) => kind === undefined)) return written
  const left = clearLeft(directory, manifest, unknown)
  manifest.write(left)
  // Under `--serve` only the first build tells it.
  if (!settings.isRebuild) warn(toStaleProblems(directory, left))
  return written
}

/**
 * Deletes what earlier builds left.
 *
 * @param unknown - What stood there before anything was written, and may be ours.
 * @returns What may be theirs, and stays.
 */
function clearLeft(directory: string, manifest: OutputManifest, unknown: readonly string[]): readonly string[] {
  const changed = manifest.removeLeft()
  const ours = unknown.filter((name) => !manifest.knows(name) && isOurs(path.join(directory, name)))
  return Array.from(new Set([...changed, ...ours])).sort(compareCodePoints)
}

/** As Node words it: "ENOSPC: no space left on device, write". What another thread throws has nothing else left to be known by. */
const systemError = /^E[A-Z]{2,}: /

const cannotWrite = (directory: string, cause: unknown): TagArchiveError =>
  new TagArchiveError('OUTPUT_UNWRITABLE', {
    problem: `${directory} can't be written: ${toReason(cause)}.`,
    remedy:
      'Give the right to write there, make room on the disk, or move away what stands in the place of a file; then build again.',
    cause,
  })

/** Feeds are the thread's where there are many to write. */
async function writeAll(
  beside: readonly BesideFile[],
  { secondThread, ...target }: BesideTarget & Pick<Site, 'secondThread'>,
): Promise<readonly BesideFile[]> {
  const { manifest, directory } = target
  const pending = await listPending(beside, target)
  manifest.begin(pending.map((file) => ({ name: toOutputName(file) })))
  if (secondThread === undefined) return writeBeside(pending, target)
  // What it took to read and send all posts, before pages take as much again.
  if (manifest.isEmpty) collectGarbage()
  const feeds = pending.filter(isKeyedFeed)
  if (feeds.length < fewestFeeds) {
    const [written] = await allDone(writeBeside(pending, target), secondThread.end())
    return written
  }
  const byThread = secondThread.writeFeeds({ directory, paths: feeds.map(({ path }) => path) })
  // Over an earlier build, by them it was seen what is to be written.
  if (!manifest.isEmpty) makeKeys(feeds, secondThread)
  const others = pending.filter((file) => !isKeyedFeed(file))
  const byThis = writeBeside(others, target).then((pages) => {
    makeKeys(feeds, secondThread)
    return pages
  })
  const [pages, written] = await allDone(byThis, byThread)
  for (const file of feeds) manifest.note(toOutputName(file), file.key())
  manifest.noteWritten(written)
  return [...pages, ...feeds]
}

interface KeyedFile extends BesideFile {
  readonly key: () => string
}

const isKeyedFeed = (file: BesideFile): file is KeyedFile => file.isFeed === true && file.key !== undefined

/** Of the feeds from the first one on, until it meets the other thread, which makes sources of them once all are written. */
function makeKeys(feeds: readonly KeyedFile[], secondThread: SecondThread): void {
  for (const [at, { key }] of feeds.entries()) {
    if (!secondThread.claimSource(at)) return
    key()
  }
}

/** Where one fails, the other still comes to its end: nothing is written after the build. */
async function allDone<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<readonly [One, Other]> {
  const [its, others] = await Promise.allSettled([one, other])
  if (its.status === 'rejected') throw its.reason
  if (others.status === 'rejected') throw others.reason
  return [its.value, others.value]
}

/** What isn't known to stand there already. Of a first build that is all, whatever the keys: nobody needs to wait for them. */
async function listPending(
  beside: readonly BesideFile[],
  { manifest, takeTurn = takeNoTurn }: BesideTarget,
): Promise<readonly BesideFile[]> {
  if (manifest.isEmpty) return beside
  const pending: BesideFile[] = []
  for (const file of beside) {
    const turn = takeTurn()
    if (turn !== undefined) await turn
    const key = file.key?.()
    if (key === undefined || !manifest.note(toOutputName(file), key)) pending.push(file)
  }
  return pending
}

/** Of our pages those that Eleventy has written, by name. */
export const listOwnPages = ({ directories, results }: BuildResult): readonly string[] =>
  listPages({ directories, results: results.filter((page) => page && findTemplateKind(page.inputPath) !== undefined) })

/** What Eleventy has written, ours or not, by name. */
const listPages = ({ directories, results }: Pick<BuildResult, 'directories' | 'results'>): readonly string[] =>
  results.flatMap((page) => (page?.outputPath ? [path.relative(directories.output, page.outputPath)] : []))
