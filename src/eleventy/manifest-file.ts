import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isRecord } from '../is-record.ts'
import { decodePercent } from '../markup/decode-percent.ts'
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

/** Files as they are kept: a list for each thing that is known of them, which takes half the time of a list for each file. */
interface FileColumns {
  readonly names: readonly string[]
  readonly keys: readonly string[]
  readonly sizes: readonly number[]
  readonly modifiedMs: readonly number[]
}

/** What the last whole build kept, and what was kept since. */
export function readManifest(directory: string): ManifestContent {
  const content = readJson(manifestFileOf(directory))
  const left = Array.isArray(content.left) ? content.left : []
  const files = toFiles(content)
  for (const [name, file] of toFiles(readJson(sinceFileOf(directory)))) files.set(name, file)
  return { files, left: left.filter((name) => typeof name === 'string' && isBelow(name)) }
}

/** @returns Whether it is kept. */
export function keepManifest(directory: string, { files, left }: ManifestContent): boolean {
  const json = JSON.stringify({ ...toColumns(files), left })
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
  const written = new Map([...toFiles(readJson(since)), ...files])
  keepInCache(since, (put) => put(JSON.stringify(toColumns(written))))
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
    return directory === undefined ? [] : [{ name, directory: decodePercent(directory) }]
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

const toColumns = (files: ReadonlyMap<string, WrittenFile>): FileColumns => ({
  names: [...files.keys()],
  keys: Array.from(files.values(), ([key]) => key),
  sizes: Array.from(files.values(), ([, size]) => size),
  modifiedMs: Array.from(files.values(), ([, , modifiedMs]) => modifiedMs),
})

/** None of columns that are damaged or don't belong together; of whole ones, those that are in the folder of the outputs. */
function toFiles(columns: Readonly<Record<string, unknown>>): Map<string, WrittenFile> {
  const files = new Map<string, WrittenFile>()
  if (!areColumns(columns)) return files
  const { names, keys, sizes, modifiedMs } = columns
  for (let at = 0; at < names.length; at++)
    if (isBelow(names[at]!)) files.set(names[at]!, [keys[at]!, sizes[at]!, modifiedMs[at]!])
  return files
}

const areColumns = (columns: object): columns is FileColumns => {
  const { names, keys, sizes, modifiedMs } = columns as Partial<Record<keyof FileColumns, unknown>>
  if (!isListOf(names, 'string') || !isListOf(keys, 'string')) return false
  if (!isListOf(sizes, 'number') || !isListOf(modifiedMs, 'number')) return false
  return [keys, sizes, modifiedMs].every(({ length }) => length === names.length)
}

const isListOf = (value: unknown, type: 'string' | 'number'): value is readonly unknown[] =>
  Array.isArray(value) && value.every((each) => typeof each === type)

/** A damaged or foreign file must not lead out of the folder of the outputs, nor to what no file can be called. */
export const isBelow = (name: string): boolean =>
  !path.isAbsolute(name) && !name.includes('\0') && !/(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name)
