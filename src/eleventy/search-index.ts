import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { TagArchiveError } from '../errors.ts'
import type { ResolvedOptions } from '../options.ts'
import type { SearchRecord } from '../pages/search-records.ts'
import { searchIndexPath } from '../pages/urls.ts'
import type { BuildResult } from './eleventy-types.ts'
import { type IndexFile, sortSearchIndex } from './sort-search-index.ts'

/** @throws {TagArchiveError} `SEARCH_MISSING`, before anything is built. */
export async function requirePagefind(): Promise<void> {
  await loadPagefind()
}

/** Writes the index beside the pages: from the posts themselves, so that nothing has to be read back from the pages. */
export async function writeSearchIndex(
  toRecords: () => readonly SearchRecord[],
  { directories, incremental, outputMode, results, runMode }: BuildResult,
  search: ResolvedOptions['search'],
): Promise<void> {
  if (search === false || outputMode !== 'fs' || results.every((result) => result === undefined)) return
  if (search === 'buildOnly' && (runMode !== 'build' || incremental === true)) return
  const folder = path.join(directories.output, searchIndexPath)
  replaceFiles(folder, await makeIndex(toRecords()))
}

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
const toPagefindRecord = ({ path: place, language, title, text, date, tags, year }: SearchRecord) => ({
  url: encodeURI(place),
  content: text.replaceAll('’', "'"),
  language,
  meta: { title: title || date, date },
  filters: { ...(tags.length === 0 ? {} : { tag: [...tags] }), ...(year === undefined ? {} : { year: [year] }) },
})

/** The names of most files tell what is in them: those of an earlier build would stay for ever. */
function replaceFiles(folder: string, files: readonly IndexFile[]): void {
  mkdirSync(folder, { recursive: true })
  const written = new Set(files.map((file) => path.join(folder, file.path)))
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    if (/\.pf_\w+$/.test(name) && !written.has(file)) rmSync(file)
  }
  for (const { path: name, content } of files) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
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
