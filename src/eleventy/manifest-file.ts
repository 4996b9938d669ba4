import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isRecord } from '../is-record.ts'
import { cacheFolder, keepInCache } from './build-cache.ts'
import type { FileState } from './file-writer.ts'

/** What a build wrote: the key of what a file was made from, and the file's size and time, by which one that others touched is known. */
export type WrittenFile = readonly [key: string, ...FileState]

export interface ManifestContent {
  readonly files: ReadonlyMap<string, WrittenFile>
  /** What earlier builds left that could not be deleted. */
  readonly left: readonly string[]
}

const prefix = 'outputs-'

/** @param directory - Of the outputs. */
export const manifestFileOf = (directory: string): string =>
  path.join(cacheFolder, `${prefix}${encodeURIComponent(path.relative('.', directory))}.json`)

const sinceFileOf = (directory: string): string => `${manifestFileOf(directory)}.since`

export const begunFileOf = (directory: string): string => `${manifestFileOf(directory)}.begun`

/** What the last whole build kept, and what was kept since. */
export function readManifest(directory: string): ManifestContent {
  const content = readJson(manifestFileOf(directory))
  const left = Array.isArray(content.left) ? content.left : []
  return {
    files: new Map([...listFiles(content.files), ...listFiles(readJson(sinceFileOf(directory)))]),
    left: left.filter((name) => typeof name === 'string' && isBelow(name)),
  }
}

/** @returns Whether it is kept. */
export function keepManifest(directory: string, { files, left }: ManifestContent): boolean {
  const json = JSON.stringify({ files: Object.fromEntries(files), left })
  if (!keepInCache(manifestFileOf(directory), (put) => put(json))) return false
  try {
    rmSync(sinceFileOf(directory), { force: true })
    forgetFoldersThatAreGone()
  } catch {
    // What stays there does no harm.
  }
  return true
}

/**
 * Keeps what was written since the last whole build, for the next one, which may be another process's: this one can end before. A file of its
 * own, since the manifest of thousands takes longer than a writer should wait.
 */
export function keepWrittenSince(directory: string, files: Iterable<readonly [name: string, file: WrittenFile]>): void {
  const since = sinceFileOf(directory)
  const written = Object.fromEntries([...listFiles(readJson(since)), ...files])
  keepInCache(since, (put) => put(JSON.stringify(written)))
}

/** Outputs of other builds in a folder, relative to it. */
export const listOutputsBelow = (directory: string): readonly string[] =>
  listKept()
    .map((kept) => path.relative(directory, kept.directory))
    .filter((name) => name !== '' && isBelow(name))

function forgetFoldersThatAreGone(): void {
  for (const { name, directory } of listKept())
    if (!existsSync(directory)) rmSync(path.join(cacheFolder, name), { force: true })
}

/** Files that are kept of outputs, and where these are. */
function listKept(): readonly { readonly name: string; readonly directory: string }[] {
  const names = existsSync(cacheFolder) ? readdirSync(cacheFolder) : []
  return names.flatMap((name) => {
    const [, directory] = keptName.exec(name) ?? []
    return directory === undefined ? [] : [{ name, directory: decodeURIComponent(directory) }]
  })
}

const keptName = new RegExp(`^${prefix}(.*)\\.json(?:\\.begun|\\.since)?$`)

function readJson(file: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isRecord(content) ? content : {}
  } catch {
    return {}
  }
}

const listFiles = (files: unknown): readonly (readonly [string, WrittenFile])[] =>
  isRecord(files) ? Object.entries(files).filter(isWrittenFile) : []

const isWrittenFile = (entry: [string, unknown]): entry is [string, WrittenFile] => {
  const [name, file] = entry
  return (
    isBelow(name) &&
    Array.isArray(file) &&
    typeof file[0] === 'string' &&
    typeof file[1] === 'number' &&
    typeof file[2] === 'number'
  )
}

/** A damaged or foreign file must not lead out of the folder of the outputs. */
export const isBelow = (name: string): boolean => !path.isAbsolute(name) && !/(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name)
