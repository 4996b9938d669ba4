import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isRecord } from '../is-record.ts'
import { decodePercent } from '../markup/decode-percent.ts'
import { readStamp } from '../posts/kept-files.ts'
import { cacheFolder, keepInCache } from './build-cache.ts'
import { absent, type FileState } from './file-writer.ts'

/** What a build wrote: the key of what a file was made from, and the file's size and time, by which one that others touched is known. */
export type WrittenFile = readonly [key: string, ...FileState]

export interface ManifestContent {
  readonly files: WrittenFiles
  /** What earlier builds left that could not be deleted. */
  readonly left: readonly string[]
}

const prefix = 'outputs-'

/** @param directory - Of the outputs. */
export const manifestFileOf = (directory: string): string =>
  path.join(cacheFolder, `${prefix}${encodeURIComponent(path.relative('.', directory))}.json`)

const sinceFileOf = (directory: string): string => `${manifestFileOf(directory)}.since`

export const begunFileOf = (directory: string): string => `${manifestFileOf(directory)}.begun`

/** Files as they are kept. */
interface FileColumns {
  readonly names: readonly string[]
  readonly keys: readonly string[]
  readonly sizes: readonly number[]
  readonly modifiedMs: readonly number[]
}

/** What is known of files: a list for each thing, which takes half the time of a list for each file. */
export class WrittenFiles {
  readonly #columns: { [Column in keyof FileColumns]: FileColumns[Column][number][] } = {
    names: [],
    keys: [],
    sizes: [],
    modifiedMs: [],
  }
  readonly #places = new Map<string, number>()

  constructor(files: Iterable<readonly [name: string, file: WrittenFile]> = []) {
    for (const [name, [key, size, modifiedMs]] of files) this.#set(name, key, size, modifiedMs)
  }

  /** Adds others; of those that are known, what is known later counts. */
  add({ names, keys, sizes, modifiedMs }: FileColumns): void {
    for (let at = 0; at < names.length; at++) this.#set(names[at]!, keys[at]!, sizes[at]!, modifiedMs[at]!)
  }

  #set(name: string, key: string, size: number, modifiedMs: number): void {
    const place = this.#places.get(name) ?? this.#places.size
    this.#places.set(name, place)
    this.#columns.names[place] = name
    this.#columns.keys[place] = key
    this.#columns.sizes[place] = size
    this.#columns.modifiedMs[place] = modifiedMs
  }

  get columns(): FileColumns {
    return this.#columns
  }

  get names(): readonly string[] {
    return this.#columns.names
  }

  /** Where a file is among the others. */
  placeOf(name: string): number | undefined {
    return this.#places.get(name)
  }

  keyAt(place: number): string {
    return this.#columns.keys[place]!
  }

  at(place: number): WrittenFile {
    const { keys, sizes, modifiedMs } = this.#columns
    return [keys[place]!, sizes[place]!, modifiedMs[place]!]
  }

  /** Whether a file is there, as it was written: one that another build deleted before it was noted is not. */
  isAsWritten(place: number, [size, modifiedMs]: FileState): boolean {
    return size !== absent[0] && this.#columns.sizes[place] === size && this.#columns.modifiedMs[place] === modifiedMs
  }
}

/** What the last whole build kept, and what was kept since. */
export function readManifest(directory: string): ManifestContent {
  const content = readJson(manifestFileOf(directory))
  const left = Array.isArray(content.left) ? content.left : []
  const files = new WrittenFiles()
  files.add(toColumns(content))
  files.add(readSince(directory))
  return { files, left: left.filter((name) => typeof name === 'string' && isBelow(name)) }
}

/** @returns Whether it is kept. */
export function keepManifest(directory: string, { files, left }: ManifestContent): boolean {
  const json = JSON.stringify({ ...files.columns, left })
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
export function keepWrittenSince(
  directory: string,
  files: Iterable<readonly [name: string, file: WrittenFile]>,
): boolean {
  const of = stampOfManifest(directory)
  // Alone, it would pass for all that is known.
  if (of === undefined) return false
  const written = new WrittenFiles()
  written.add(readSince(directory))
  written.add(new WrittenFiles(files).columns)
  return keepInCache(sinceFileOf(directory), (put) => put(JSON.stringify({ of, ...written.columns })))
}

export const countWrittenSince = (directory: string): number => readSince(directory).names.length

/** What was kept beside the manifest that there is; beside another one it counts for nothing. */
function readSince(directory: string): FileColumns {
  const { of, ...columns } = readJson(sinceFileOf(directory))
  return of !== undefined && of === stampOfManifest(directory) ? toColumns(columns) : none
}

const stampOfManifest = (directory: string): string | undefined => readStamp(manifestFileOf(directory))?.text

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

const none: FileColumns = { names: [], keys: [], sizes: [], modifiedMs: [] }

/** None of columns that are damaged or don't belong together; of whole ones, those that are in the folder of the outputs. */
function toColumns(columns: Readonly<Record<string, unknown>>): FileColumns {
  if (!areColumns(columns)) return none
  const { names, keys, sizes, modifiedMs } = columns
  // As in all lists that nobody damaged; one by one it takes four times as long.
  if (!mayLeadOut.test(names.join('\n'))) return columns
  const isKept = (_: unknown, place: number) => isBelow(names[place]!)
  return {
    names: names.filter(isKept),
    keys: keys.filter(isKept),
    sizes: sizes.filter(isKept),
    modifiedMs: modifiedMs.filter(isKept),
  }
}

const areColumns = (columns: object): columns is FileColumns => {
  const { names, keys, sizes, modifiedMs } = columns as Partial<Record<keyof FileColumns, unknown>>
  if (!isListOf(names, 'string') || !isListOf(keys, 'string')) return false
  if (!isListOf(sizes, 'number') || !isListOf(modifiedMs, 'number')) return false
  return [keys, sizes, modifiedMs].every(({ length }) => length === names.length)
}

const isListOf = (value: unknown, type: 'string' | 'number'): value is readonly unknown[] =>
  Array.isArray(value) && value.every((each) => typeof each === type)

/** Of names, one a line: whether any may lead out of the folder. */
const mayLeadOut = /^[/\\]|^\w:|\.\.|\0/m

/** A damaged or foreign file must not lead out of the folder of the outputs, nor to what no file can be called. */
export const isBelow = (name: string): boolean =>
  !path.isAbsolute(name) && !name.includes('\0') && !/(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name)
