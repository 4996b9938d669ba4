import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { isRecord } from '../is-record.ts'
import { cacheFolder, keepInCache } from './build-cache.ts'
import type { FileState } from './file-writer.ts'
import { LookAhead } from './look-ahead.ts'
import { isOurs } from './stale-pages.ts'

/** What a build wrote: the key of what a file was made from, and the file's size and time, by which one that others touched is known. */
export type WrittenFile = readonly [key: string, ...FileState]

const prefix = 'outputs-'
const suffix = '.json'

const fileOf = (directory: string): string =>
  path.join(cacheFolder, `${prefix}${encodeURIComponent(path.relative('.', directory))}${suffix}`)

/** What the last build wrote into a folder, kept where tools keep what may be deleted at any time. */
export class OutputManifest {
  readonly #directory: string
  readonly #file: string
  readonly #earlier: ReadonlyMap<string, WrittenFile>
  readonly #lookAhead: LookAhead | undefined
  readonly #now = new Map<string, string>()
  readonly #unchanged = new Map<string, WrittenFile>()
  readonly #doubted = new Set<string>()
  /** What builds were about to write that came to no end. */
  readonly #begun: ReadonlySet<string>
  readonly #written = new Map<string, FileState>()

  /** Begins to look at the files, which takes a while where there are many. */
  constructor(directory: string) {
    this.#directory = directory
    this.#file = fileOf(directory)
    this.#begun = new Set(readNames(begunFileOf(directory)))
    this.#earlier = new Map([...readManifest(this.#file), ...readManifest(sinceFileOf(directory))])
    if (this.#earlier.size >= manyFiles) this.#lookAhead = new LookAhead(directory, [...this.#earlier.keys()])
  }

  /** Whether anything is known of earlier builds. */
  get isEmpty(): boolean {
    return this.#earlier.size === 0
  }

  /** Others may have written these since the files were looked at. */
  doubt(names: Iterable<string>): void {
    for (const name of names) this.#doubted.add(name)
  }

  /** Notes an output of this build. @returns Whether it stands there already, made from the same and touched by nobody. */
  note(name: string, key: string): boolean {
    this.#now.set(name, key)
    const earlier = this.#earlier.get(name)
    if (earlier === undefined || earlier[0] !== key || !this.#isUntouched(name, earlier)) return false
    this.#unchanged.set(name, earlier)
    return true
  }

  /** Keeps the names of what is about to be written: should this build come to no end, the next one knows what it may have left. */
  begin(names: readonly string[]): void {
    if (names.length === 0) return
    const begun = new Set([...this.#begun, ...names])
    keepInCache(begunFileOf(this.#directory), (put) => put(JSON.stringify([...begun])))
  }

  /** What is known of outputs that this build has written: so many are not looked at again. */
  noteWritten(files: Iterable<readonly [name: string, state: FileState]>): void {
    for (const [name, state] of files) this.#written.set(name, state)
  }

  /** Notes a folder of outputs that are made together. @returns Whether the whole of it stands there already, as `note` does. */
  noteFolder(folder: string, key: string): boolean {
    const files = this.#listBelow(folder)
    const isSame = files.length > 0 && files.every(([name, file]) => file[0] === key && this.#isUntouched(name, file))
    if (isSame) this.keepFolder(folder)
    return isSame
  }

  /** Leaves a folder as an earlier build made it. */
  keepFolder(folder: string): void {
    for (const [name, file] of this.#listBelow(folder)) {
      this.#now.set(name, file[0])
      this.#unchanged.set(name, file)
    }
  }

  #listBelow(folder: string): readonly (readonly [string, WrittenFile])[] {
    return [...this.#earlier].filter(([name]) => name.startsWith(path.join(folder, path.sep)))
  }

  /** Deletes what earlier builds wrote and this one does not, unless others changed it since, and folders that are empty then. */
  removeLeft(): void {
    for (const name of new Set([...this.#earlier.keys(), ...this.#begun])) {
      if (this.#now.has(name) || !this.#isLeft(name)) continue
      rmSync(path.join(this.#directory, name))
      removeEmptyFolders(this.#directory, path.dirname(name))
    }
  }

  /** Of a build that came to no end nothing but the name is known, so that the file has to say whose it is. */
  #isLeft(name: string): boolean {
    const earlier = this.#earlier.get(name)
    const state = this.#look(name)
    if (state[0] === -1) return false
    return (
      (earlier !== undefined && isAsWritten(state, earlier)) ||
      (this.#begun.has(name) && isOurs(path.join(this.#directory, name)))
    )
  }

  /** Keeps it for the next build. */
  write(): void {
    const files = Object.fromEntries(
      Array.from(this.#now, ([name, key]) => [
        name,
        this.#unchanged.get(name) ?? [key, ...(this.#written.get(name) ?? this.#look(name))],
      ]),
    )
    if (!keepInCache(this.#file, (put) => put(JSON.stringify(files)))) return
    try {
      for (const file of [sinceFileOf(this.#directory), begunFileOf(this.#directory)]) rmSync(file, { force: true })
      forgetFoldersThatAreGone()
    } catch {
      // What stays there does no harm.
    }
  }

  #isUntouched(name: string, earlier: WrittenFile): boolean {
    const known = this.#doubted.has(name) ? undefined : this.#lookAhead?.find(name)
    return isAsWritten(known ?? this.#look(name), earlier)
  }

  #look(name: string): FileState {
    return look(path.join(this.#directory, name))
  }
}

const isAsWritten = ([sizeNow, modifiedNow]: FileState, [, size, modifiedMs]: WrittenFile): boolean =>
  sizeNow === size && modifiedNow === modifiedMs

/**
 * Keeps what was written since the last whole build, for the next one, which may be another process's: this one can end before. A file of its
 * own, since the manifest of thousands takes longer than a writer should wait.
 */
export function keepWrittenSince(directory: string, files: Iterable<readonly [name: string, file: WrittenFile]>): void {
  const since = sinceFileOf(directory)
  const written = Object.fromEntries([...readManifest(since), ...files])
  keepInCache(since, (put) => put(JSON.stringify(written)))
}

const sinceFileOf = (directory: string): string => `${fileOf(directory)}.since`
const begunFileOf = (directory: string): string => `${fileOf(directory)}.begun`

/** From here on a thread pays. */
const manyFiles = 1_000

/** What a later build has to know of a file that was just written. */
export const toWrittenFile = (directory: string, name: string, key: string): WrittenFile => [
  key,
  ...look(path.join(directory, name)),
]

function look(file: string): FileState {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() === true ? [found.size, found.mtimeMs] : [-1, -1]
}

function forgetFoldersThatAreGone(): void {
  for (const name of readdirSync(cacheFolder)) {
    if (!name.startsWith(prefix) || !name.endsWith(suffix)) continue
    const directory = decodeURIComponent(name.slice(prefix.length, -suffix.length))
    if (!existsSync(directory)) rmSync(path.join(cacheFolder, name), { force: true })
  }
}

function readManifest(file: string): ReadonlyMap<string, WrittenFile> {
  try {
    const files: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return new Map(isRecord(files) ? Object.entries(files).filter(isWrittenFile) : [])
  } catch {
    return new Map()
  }
}

function readNames(file: string): readonly string[] {
  try {
    const names: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && isBelow(name)) : []
  } catch {
    return []
  }
}

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

const isBelow = (name: string): boolean => !path.isAbsolute(name) && !/(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name)

function removeEmptyFolders(directory: string, folder: string): void {
  try {
    for (let name = folder; name !== '.'; name = path.dirname(name)) rmdirSync(path.join(directory, name))
  } catch {
    // Not empty.
  }
}
