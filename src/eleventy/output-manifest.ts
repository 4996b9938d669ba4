import { rmdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { once } from '../once.ts'
import { areFew } from '../posts/post-index.ts'
import { type BegunFile, BegunOutputs } from './begun-outputs.ts'
import { absent, type FileState } from './file-writer.ts'
import { LookAhead, type LookOrder, lookInThread } from './look-ahead.ts'
import {
  begunFileOf,
  countWrittenSince,
  keepManifest,
  keepWrittenSince,
  readManifest,
  type WrittenFile,
  WrittenFiles,
} from './manifest-file.ts'
import { isOurs, isRecognisable, mayBeOurs } from './stale-files.ts'

/** Key of a page that Eleventy writes: it does so at each build, so that nothing has to be known of what the page was made from. */
export const byEleventy = ''

/** What the last build wrote into a folder, kept where tools keep what may be deleted at any time. */
export class OutputManifest {
  readonly #directory: string
  readonly #earlier: WrittenFiles
  /** What earlier builds left that could not be deleted. */
  readonly #earlierLeft: readonly string[]
  readonly #lookAhead: LookAhead | undefined
  readonly #begun: BegunOutputs
  /** Of those that stand there already, their place among the earlier ones; of others, the key. */
  readonly #now = new Map<string, number | string>()
  readonly #byEleventy = new Set<string>()
  readonly #written = new Map<string, FileState>()
  /**
   * Whether the last build is the one that it tells of. Eleventy writes some pages at each build: where the first of them is not as it was noted,
   * there was another build since, which could not keep its manifest.
   */
  readonly isOfLastBuild: boolean

  /**
   * Begins to look at the files, which takes a while where there are many.
   *
   * @param look - Has a thread look at them.
   */
  constructor(directory: string, look: (order: LookOrder) => void = lookInThread) {
    this.#directory = directory
    this.#begun = new BegunOutputs(begunFileOf(directory))
    const { files, left } = readManifest(directory)
    this.#earlier = files
    this.#earlierLeft = left
    this.isOfLastBuild = this.#isFirstPageAsWritten()
    if (files.names.length >= manyFiles) this.#lookAhead = new LookAhead(directory, files.names, look)
  }

  #isFirstPageAsWritten(): boolean {
    const place = this.#earlier.columns.keys.indexOf(byEleventy)
    return place !== -1 && this.#earlier.isAsWritten(place, this.#look(this.#earlier.names[place]!))
  }

  /** Whether anything is known of earlier builds. */
  get isEmpty(): boolean {
    return this.#earlier.names.length === 0
  }

  /** Notes what Eleventy has written or copied meanwhile: files of the site itself, and those of our pages that are left to it. */
  noteByEleventy(names: Iterable<string>): void {
    for (const name of names) this.#byEleventy.add(name)
  }

  /** Notes an output of this build. @returns Whether it stands there already, made from the same and touched by nobody. */
  note(name: string, key: string): boolean {
    const place = this.#earlier.placeOf(name)
    const isThere = place !== undefined && this.#earlier.keyAt(place) === key && this.#isUntouched(name, place)
    this.#now.set(name, isThere ? place : key)
    return isThere
  }

  /** Keeps what is about to be written: should this build come to no end, the next one knows what it may have left. */
  begin(files: readonly BegunFile[]): void {
    this.#begun.add(files.filter((file) => this.#canBeKnownAgain(file)))
  }

  /** What stands there already, and nobody knows, may be the owner's: that a build was about to write over it makes it no output. */
  #canBeKnownAgain({ name, bytes }: BegunFile): boolean {
    return (
      bytes !== undefined ||
      isRecognisable(name) ||
      this.#earlier.placeOf(name) !== undefined ||
      isSame(this.#look(name), absent)
    )
  }

  /** Notes outputs of this build, and begins those that don't stand there already. @returns These. */
  beginPending<File extends BegunFile & { readonly key: string }>(files: readonly File[]): readonly File[] {
    const pending = files.filter(({ name, key }) => !this.note(name, key))
    this.begin(pending)
    return pending
  }

  /** What is known of outputs that this build has written: so many are not looked at again. */
  noteWritten(files: Iterable<readonly [name: string, state: FileState]>): void {
    for (const [name, state] of files) this.#written.set(name, state)
  }

  /** Notes an output as it is, just written: where another build writes over it before this one ends, the next one knows. */
  noteJustWritten(name: string): void {
    this.#written.set(name, this.#look(name))
  }

  /** Notes a folder of outputs that are made together. @returns Whether the whole of it stands there already, as `note` does. */
  noteFolder(folder: string, key: string): boolean {
    const files = this.#listBelow(folder)
    const isSame =
      files.length > 0 &&
      files.every(([name, place]) => this.#earlier.keyAt(place) === key && this.#isUntouched(name, place))
    if (isSame) this.keepFolder(folder)
    return isSame
  }

  /** Leaves a folder as an earlier build made it. */
  keepFolder(folder: string): void {
    for (const [name, place] of this.#listBelow(folder)) this.#now.set(name, place)
  }

  #listBelow(folder: string): readonly (readonly [name: string, place: number])[] {
    const start = path.join(folder, path.sep)
    return this.#earlier.names.flatMap((name, place) => (name.startsWith(start) ? [[name, place] as const] : []))
  }

  /** Whether this build made it, or the site itself did. */
  knows(name: string): boolean {
    return this.#now.has(name) || this.#byEleventy.has(name)
  }

  /**
   * Deletes what earlier builds wrote and this one does not, and folders that are empty then.
   *
   * @returns What stays, because others changed it, or may have.
   */
  removeLeft(): readonly string[] {
    const earlier = new Set([...this.#earlier.names, ...this.#begun.names, ...this.#earlierLeft])
    const byLowerCase = once(() => new Map(Array.from(this.#now.keys(), (name) => [name.toLowerCase(), name])))
    const changed: string[] = []
    for (const name of earlier) {
      const state = this.#now.has(name) ? absent : this.#look(name)
      // On disks that know no case, a page whose address changed in that only is found under its old name too.
      if (isSame(state, absent) || this.#isOneFile(name, byLowerCase().get(name.toLowerCase()))) continue
      if (this.#isOfEarlierBuild(name, state)) this.#remove(name)
      else if (!this.knows(name) && mayBeOurs(path.join(this.#directory, name))) changed.push(name)
    }
    return changed
  }

  #isOfEarlierBuild(name: string, state: FileState): boolean {
    const place = this.#earlier.placeOf(name)
    if (place !== undefined && this.#earlier.isAsWritten(place, state)) return true
    if (this.knows(name) || !this.#begun.has(name)) return false
    return this.#begun.bytesOf(name) === state[0] || isOurs(path.join(this.#directory, name))
  }

  #isOneFile(name: string, other: string | undefined): boolean {
    if (other === undefined) return false
    const [one, another] = [name, other].map((each) =>
      statSync(path.join(this.#directory, each), { bigint: true, throwIfNoEntry: false }),
    )
    return one !== undefined && one.ino === another?.ino && one.dev === another.dev
  }

  #remove(name: string): void {
    rmSync(path.join(this.#directory, name))
    removeEmptyFolders(this.#directory, path.dirname(name))
  }

  /** Keeps it for the next build. @param left - What earlier builds left and nobody has deleted. */
  write(left: readonly string[]): void {
    if (this.#keepChanges(left) || this.#keepAll(left)) this.#begun.forget()
  }

  /** Where few outputs are others than before, and none is gone, these are kept beside what is known. @returns Whether they are kept. */
  #keepChanges(left: readonly string[]): boolean {
    const { names } = this.#earlier
    const isSameLeft = left.length === 0 && this.#earlierLeft.length === 0
    if (!isSameLeft || !names.every((name) => this.#now.has(name))) return false
    const changed = Array.from(this.#now).flatMap(([name, noted]) =>
      typeof noted === 'string' ? [[name, noted] as const] : [],
    )
    return (
      areFew(changed.length + countWrittenSince(this.#directory), names.length) &&
      keepWrittenSince(
        this.#directory,
        changed.map(([name, key]) => [name, this.#toWrittenFile(name, key)]),
      )
    )
  }

  #keepAll(left: readonly string[]): boolean {
    const files = Array.from(this.#now, ([name, noted]): [string, WrittenFile] => [
      name,
      typeof noted === 'string' ? this.#toWrittenFile(name, noted) : this.#earlier.at(noted),
    ])
    return keepManifest(this.#directory, { files: new WrittenFiles(files), left })
  }

  #toWrittenFile(name: string, key: string): WrittenFile {
    return [key, ...(this.#written.get(name) ?? this.#look(name))]
  }

  #isUntouched(name: string, place: number): boolean {
    const known = this.#byEleventy.has(name) ? undefined : this.#lookAhead?.at(place)
    return this.#earlier.isAsWritten(place, known ?? this.#look(name))
  }

  #look(name: string): FileState {
    return look(path.join(this.#directory, name))
  }
}

const isSame = ([size, modifiedMs]: FileState, [otherSize, otherModifiedMs]: FileState): boolean =>
  size === otherSize && modifiedMs === otherModifiedMs

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

function removeEmptyFolders(directory: string, folder: string): void {
  try {
    for (let name = folder; name !== '.'; name = path.dirname(name)) rmdirSync(path.join(directory, name))
  } catch {
    // Not empty.
  }
}
