import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { isRecord } from '../is-record.ts'
import { BegunOutputs, isBelow } from './begun-outputs.ts'
import { cacheFolder, keepInCache } from './build-cache.ts'
import type { FileState } from './file-writer.ts'
import { LookAhead } from './look-ahead.ts'
import { mayBeOurs } from './stale-files.ts'

/** What a build wrote: the key of what a file was made from, and the file's size and time, by which one that others touched is known. */
export type WrittenFile = readonly [key: string, ...FileState]

/** Key of a page that Eleventy writes: it does so at each build, so that nothing has to be known of what the page was made from. */
export const byEleventy = ''

const absent: FileState = [-1, -1]
/** Stands there, made by an earlier build, and nothing makes it any more. */
const left: WrittenFile = ['left', ...absent]

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
  readonly #others = new Set<string>()
  readonly #begun: BegunOutputs
  readonly #written = new Map<string, FileState>()
  /** Whether all is known that earlier builds left in the folder. */
  readonly knowsAll: boolean

  /** Begins to look at the files, which takes a while where there are many. */
  constructor(directory: string) {
    this.#directory = directory
    this.#file = fileOf(directory)
    this.#begun = new BegunOutputs(`${this.#file}.begun`)
    this.#earlier = new Map([...readManifest(this.#file), ...readManifest(sinceFileOf(directory))])
    this.knowsAll = this.#isOfLastBuild()
    if (this.#earlier.size >= manyFiles) this.#lookAhead = new LookAhead(directory, [...this.#earlier.keys()])
  }

  /** Eleventy writes some pages at each build: where one is not as it was noted, a build since then could not keep its list. */
  #isOfLastBuild(): boolean {
    const [page] = [...this.#earlier].find(([, [key]]) => key === byEleventy) ?? []
    return page !== undefined && isAsWritten(this.#look(page), this.#earlier.get(page)!)
  }

  /** Whether anything is known of earlier builds. */
  get isEmpty(): boolean {
    return this.#earlier.size === 0
  }

  /** Notes what Eleventy has written or copied meanwhile: the site's own files, and those of our pages that are left to it. */
  noteOthers(names: Iterable<string>): void {
    for (const name of names) this.#others.add(name)
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
    this.#begun.add(names)
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
    return [...this.#earlier].filter(([name, [key]]) => key !== left[0] && name.startsWith(path.join(folder, path.sep)))
  }

  /**
   * Deletes what earlier builds wrote and this one does not, and folders that are empty then.
   *
   * @returns What others changed since: it stays.
   */
  removeLeft(): readonly string[] {
    const changed: string[] = []
    for (const name of new Set([...this.#earlier.keys(), ...this.#begun.earlier])) {
      const state = this.#now.has(name) ? absent : this.#look(name)
      if (isSame(state, absent)) continue
      if (this.#isOfEarlierBuild(name, state)) this.#remove(name)
      else if (!this.knows(name)) changed.push(name)
    }
    return changed
  }

  /** Whether this build made it, or the site itself did. */
  knows(name: string): boolean {
    return this.#now.has(name) || this.#others.has(name)
  }

  /** Notes what an earlier build left and nobody has deleted, so that the next build knows of it too. */
  noteLeft(names: Iterable<string>): void {
    for (const name of names) {
      this.#now.set(name, left[0])
      this.#unchanged.set(name, left)
    }
  }

  #isOfEarlierBuild(name: string, state: FileState): boolean {
    const earlier = this.#earlier.get(name)
    if (earlier !== undefined && isAsWritten(state, earlier)) return true
    return !this.knows(name) && this.#begun.earlier.has(name) && mayBeOurs(path.join(this.#directory, name))
  }

  #remove(name: string): void {
    rmSync(path.join(this.#directory, name))
    removeEmptyFolders(this.#directory, path.dirname(name))
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
      rmSync(sinceFileOf(this.#directory), { force: true })
      this.#begun.forget()
      forgetFoldersThatAreGone()
    } catch {
      // What stays there does no harm.
    }
  }

  #isUntouched(name: string, earlier: WrittenFile): boolean {
    const known = this.#others.has(name) ? undefined : this.#lookAhead?.find(name)
    return isAsWritten(known ?? this.#look(name), earlier)
  }

  #look(name: string): FileState {
    return look(path.join(this.#directory, name))
  }
}

const isAsWritten = (state: FileState, [, ...written]: WrittenFile): boolean => isSame(state, written)

const isSame = ([size, modifiedMs]: FileState, [otherSize, otherModifiedMs]: FileState): boolean =>
  size === otherSize && modifiedMs === otherModifiedMs

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

/** From here on a thread pays. */
const manyFiles = 1_000

/** What a later build has to know of a file that was just written. */
export const toWrittenFile = (directory: string, name: string, key: string): WrittenFile => [
  key,
  ...look(path.join(directory, name)),
]

function look(file: string): FileState {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() === true ? [found.size, found.mtimeMs] : absent
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

function removeEmptyFolders(directory: string, folder: string): void {
  try {
    for (let name = folder; name !== '.'; name = path.dirname(name)) rmdirSync(path.join(directory, name))
  } catch {
    // Not empty.
  }
}
