import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { TagArchiveError } from '../errors.ts'
import type { ResolvedOptions } from '../options.ts'
import type { SearchRecord } from '../pages/search-records.ts'
import { searchIndexPath } from '../pages/urls.ts'
import { toShortHash } from '../short-hash.ts'
import type { BuildResult } from './eleventy-types.ts'
import type { OutputManifest } from './output-manifest.ts'
import { type IndexFile, sortSearchIndex } from './sort-search-index.ts'

/** @throws {TagArchiveError} `SEARCH_MISSING`, before anything is built. */
export async function requirePagefind(): Promise<void> {
  await loadPagefind()
}

/** What the index is made of. */
export interface SearchSource {
  /** What readers can search; made when it is asked for. */
  readonly records: () => readonly SearchRecord[]
  /** Changes whenever the records would, and takes less to make. */
  readonly key: () => string
}

export interface SearchTarget {
  readonly build: Pick<BuildResult, 'directories' | 'incremental' | 'runMode'>
  readonly manifest: OutputManifest
  /** The process has built before: under `--serve` somebody writes, and waits for each change. */
  readonly isRebuild: boolean
}

/**
 * Writes the index beside the pages, unless an earlier build wrote the same: from the posts themselves, so that nothing has to be
 * read back from the pages.
 */
export async function writeSearchIndex(
  source: SearchSource,
  { build, manifest, isRebuild }: SearchTarget,
  search: ResolvedOptions['search'],
): Promise<void> {
  const { directories, incremental, runMode } = build
  if (search === false) return
  const isWatching = runMode !== 'build'
  if (isWatching && isRebuild) return manifest.keepFolder(indexName)
  if (search === 'buildOnly' && (isWatching || incremental === true)) return manifest.keepFolder(indexName)
  const key = toShortHash(`${source.key()} ${readPagefindVersion()}`)
  if (manifest.noteFolder(indexName, key)) return
  const files = await makeIndex(source.records())
  const outputs = files.map((file) => ({ name: path.join(indexName, file.path), bytes: file.content.length, key }))
  manifest.beginPending(outputs)
  replaceFiles(path.join(directories.output, indexName), files)
  for (const { name } of outputs) manifest.noteJustWritten(name)
}

const indexName = path.join('.', searchIndexPath)

async function makeIndex(records: readonly SearchRecord[]): Promise<readonly IndexFile[]> {
  const pagefind = await loadPagefind()
  try {
    const { index, errors } = await pagefind.createIndex({})
    if (index === undefined) throw toFailure(errors)
    for (const record of records) {
      const added = await index.addCustomRecord(toPagefindRecord(record))
      if (added.errors.length > 0) throw toFailure(added.errors)
    }
    const made = await index.getFiles()
    if (made.errors.length > 0) throw toFailure(made.errors)
    return sortSearchIndex(made.files.filter(({ path: name }) => isNeeded.test(name)))
  } finally {
    await pagefind.close()
  }
}

/** Not Pagefind's own interfaces: the site has its own. */
const isNeeded = /\.pf_\w+$|^wasm\.|^pagefind-entry\.json$|^pagefind(?:-worker)?\.js$/

/**
 * Pagefind takes an address without the path prefix, and puts before it what stands before its own folder. It knows the parts of
 * `l'été` by the straight apostrophe only; the page's script shows the other one.
 */
const toPagefindRecord = ({ path: place, language, title, text, date, isEstimate, tags, year }: SearchRecord) => ({
  url: encodeURI(place),
  content: text.replaceAll('’', "'"),
  language,
  meta: { title: title || date, date, ...(isEstimate ? { estimate: 'yes' } : {}) },
  filters: { ...(tags.length === 0 ? {} : { tag: [...tags] }), ...(year === undefined ? {} : { year: [year] }) },
})

/**
 * What stands there already is left alone. The names of most files tell what is in them: those of an earlier build would stay
 * for ever.
 */
function replaceFiles(folder: string, files: readonly IndexFile[]): void {
  mkdirSync(folder, { recursive: true })
  const written = new Set(files.map((file) => path.join(folder, file.path)))
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    if (/\.pf_\w+$/.test(name) && !written.has(file)) rmSync(file)
  }
  for (const { path: name, content } of files) {
    const file = path.join(folder, name)
    if (holds(file, content)) continue
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

function holds(file: string, content: Uint8Array): boolean {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  return size === content.length && readFileSync(file).equals(content)
}

/** The lock file tells it too, but not where several projects share one. */
function readPagefindVersion(): string {
  for (const folder of createRequire(import.meta.url).resolve.paths('pagefind') ?? []) {
    try {
      return readFileSync(path.join(folder, 'pagefind', 'package.json'), 'utf8')
    } catch {
      // Further up.
    }
  }
  return ''
}

async function loadPagefind() {
  try {
    return await import('pagefind')
  } catch (cause) {
    throw new TagArchiveError('SEARCH_MISSING', {
      problem: 'The option "search" is on, and the package "pagefind" is not installed.',
      remedy: 'Install it (npm install --save-dev pagefind), or set the option search: false.',
      cause,
    })
  }
}

const toFailure = (errors: readonly string[]): TagArchiveError =>
  new TagArchiveError('SEARCH_FAILED', {
    problem: `Pagefind could not make the search index: ${errors.join(' ')}`,
    remedy: 'Install the package "pagefind" anew, for this machine, or set the option search: false.',
  })
