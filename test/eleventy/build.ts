import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BuiltPage, Eleventy } from '@11ty/eleventy'
import { onTestFinished, vi } from 'vitest'
import type { EleventyConfig } from '../../src/eleventy/eleventy-types.ts'
import { tagArchive } from '../../src/eleventy/plugin.ts'
import type { TagArchiveOptions } from '../../src/options.ts'

/** A folder with these files, for the length of a test. */
export function writeFolder(files: Readonly<Record<string, string>>): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tag-archive-site-'))
  onTestFinished(() => fs.rmSync(directory, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    fs.writeFileSync(path.join(directory, name), text)
  }
  return directory
}

/** A project's folder of its own, where builds keep what they know: other tests run at the same time. */
const createProject = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'tag-archive-project-'))

const project = createProject()
process.chdir(project)
process.on('exit', () => fs.rmSync(project, { recursive: true, force: true }))

/** Runs builds that know nothing of others. */
export async function inNewProject<Result>(run: () => Promise<Result>): Promise<Result> {
  const [earlier, directory] = [process.cwd(), createProject()]
  process.chdir(directory)
  try {
    return await run()
  } finally {
    process.chdir(earlier)
    fs.rmSync(directory, { recursive: true, force: true })
  }
}

/** Lets builds of a test believe that files have rested for some seconds: only then they keep what they know of posts. */
export function letFilesRest(): void {
  const now = Date.now
  const spy = vi.spyOn(Date, 'now').mockImplementation(() => now() + 9_000)
  onTestFinished(() => spy.mockRestore())
}

/** For tests of builds that fail: Eleventy prints what it throws. */
export function silenceEleventy(): void {
  const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  for (const spy of spies) spy.mockImplementation(() => undefined)
  onTestFinished(() => {
    vi.restoreAllMocks()
  })
}

/** What the owner of a site may call besides. */
export interface OwnerConfig extends EleventyConfig {
  addTransform(name: string, transform: (content: string) => string): void
  addLinter(name: string, linter: (content: string) => void): void
}

export interface BuildOptions {
  readonly options?: TagArchiveOptions
  readonly pathPrefix?: string
  readonly configure?: (eleventyConfig: OwnerConfig) => unknown
  /** Folder in the site's folder that is written to. Default `_site`. */
  readonly output?: string
  readonly runMode?: 'build' | 'serve' | 'watch'
}

/** Builds a site in memory, through Eleventy itself. Posts are in the folder's `posts/`, unless the options say otherwise. */
export const build = (directory: string, options?: BuildOptions): Promise<readonly BuiltPage[]> =>
  createEleventy(directory, options).toJSON()

/**
 * Builds a site into the folder's `_site/`, emptied before, or not.
 *
 * @returns Its files, by their path in there.
 */
export async function buildOnDisk(
  directory: string,
  {
    isDryRun = false,
    isAfterAnother = false,
    ...options
  }: BuildOptions & { readonly isDryRun?: boolean; readonly isAfterAnother?: boolean } = {},
): Promise<ReadonlyMap<string, string>> {
  const output = path.join(directory, options.output ?? '_site')
  if (!isAfterAnother) fs.rmSync(output, { recursive: true, force: true })
  const eleventy = createEleventy(directory, options)
  eleventy.setDryRun(isDryRun)
  await eleventy.write()
  return readFolder(output)
}

/** Starts what `--serve` does, without a server and its watcher. @returns Builds again, as after a change of some files. */
export async function startServing(
  directory: string,
  options?: BuildOptions,
): Promise<(...files: readonly string[]) => Promise<void>> {
  const eleventy = createEleventy(directory, { ...options, runMode: 'serve' })
  await eleventy.init()
  const rebuild = await eleventy.watch()
  await eleventy.watcher.close()
  onTestFinished(async () => {
    await eleventy.stopWatch()
  })
  return async (...files) => {
    // Eleventy gathers what comes at one time, and answers the last.
    await Promise.race(files.map((file) => rebuild(path.join(directory, file))))
  }
}

/** Its files, by their path in there. */
export function readFolder(output: string): ReadonlyMap<string, string> {
  if (!fs.existsSync(output)) return new Map()
  const names = fs.readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = names.map(({ parentPath, name }) => path.join(parentPath, name))
  return new Map(files.map((file) => [path.relative(output, file), fs.readFileSync(file, 'utf8')]))
}

function createEleventy(
  directory: string,
  { options, pathPrefix, configure, runMode = 'build', output = '_site' }: BuildOptions = {},
): Eleventy {
  return new Eleventy(directory, path.join(directory, output), {
    quietMode: true,
    configPath: '',
    runMode,
    ...(pathPrefix === undefined ? {} : { pathPrefix }),
    config: (eleventyConfig) => {
      eleventyConfig.addPlugin(tagArchive, {
        posts: path.join(directory, 'posts'),
        ...options,
        site: { url: 'https://example.org/', title: 'Le Phare', ...options?.site },
      })
      return configure?.(eleventyConfig)
    },
  })
}
