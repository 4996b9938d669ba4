import { TagArchiveError, withoutControls } from '../errors.ts'
import type { TakeTurn } from '../steps.ts'
import { collectGarbage } from './collect-garbage.ts'
import { reloadBrowsers, showError } from './dev-server.ts'
import type { BuildResult, ContentMap } from './eleventy-types.ts'
import { type FinishSettings, finishOutputs, listOwnPages } from './finish-outputs.ts'
import { GivenUp, LaterWork } from './later-work.ts'
import type { LookOrder } from './look-ahead.ts'
import { keepWrittenSince } from './manifest-file.ts'
import { rejectOutputConflicts } from './output-conflicts.ts'
import { byEleventy, OutputManifest, toWrittenFile } from './output-manifest.ts'
import type { OwnFiles } from './own-files.ts'
import { Site } from './site.ts'
import type { CollectionSource } from './site-sources.ts'
import { type BesideFile, writeAtOnce } from './write-beside.ts'

export interface BuildKind {
  /** Who writes the pages. */
  readonly pagesBy: 'eleventy' | 'plugin'
  /** The process goes on, and builds again when a file changes. */
  readonly isWatching: boolean
  readonly isIncremental: boolean
  /** Of the outputs. */
  readonly directory: string
}

export interface BuildsSettings extends Pick<FinishSettings, 'stages' | 'search' | 'tell'> {
  /** Begins what takes time to get ready. */
  readonly prepare: (kind: BuildKind) => void
  /** Has a thread look at files. */
  readonly look: (order: LookOrder) => void
  readonly toSite: (kind: BuildKind, takeTurn?: TakeTurn) => CollectionSource | Promise<Site>
  /** Pages of the posts that these files are, as far as nothing else has changed; `undefined` where that is not so. */
  readonly toEditedPages: (files: readonly string[], site: Site) => readonly BesideFile[] | undefined
  readonly ownFiles: OwnFiles
}

/**
 * The builds of one process. Each is a whole one, except where somebody saves a post and waits to see it: then Eleventy gets its
 * page only, made from what is known of all others, so that browsers load it at once. The rest follows when the writer pauses.
 */
export class Builds {
  readonly #settings: BuildsSettings
  readonly #rest = new LaterWork()
  #kind: BuildKind = { pagesBy: 'eleventy', isWatching: false, isIncremental: false, directory: '' }
  #saved: readonly string[] = []
  /** What Eleventy builds from: a whole site, or the last one with the pages that were edited. */
  #current: CollectionSource | Site | undefined
  #whole: Site | undefined
  /** Made when a build begins, since it takes its time to look at what is there. */
  #manifest: OutputManifest | undefined
  #places: ContentMap = { inputPathToUrl: {} }
  #isRebuild = false

  constructor(settings: BuildsSettings) {
    this.#settings = settings
  }

  noteSaved(files: readonly string[]): void {
    this.#saved = files
  }

  begin(kind: BuildKind): void {
    this.#kind = kind
    this.#settings.prepare(kind)
  }

  /** What all templates are given. */
  async createData(): Promise<CollectionSource | Site> {
    await this.giveUpRest()
    const edited = this.#createEditedSite()
    this.#saved = []
    const { pagesBy, directory } = this.#kind
    this.#manifest =
      edited === undefined && pagesBy === 'plugin' ? new OutputManifest(directory, this.#settings.look) : undefined
    this.#current = edited ?? (await this.#settings.toSite(this.#kind))
    if (edited === undefined) this.#whole = undefined
    return this.#current instanceof Site ? withoutFiles(this.#current) : this.#current
  }

  /** @throws {TagArchiveError} `OUTPUT_CONFLICT` */
  checkPlaces(map: ContentMap): void {
    this.#places = map
    this.#rejectConflicts(this.#site?.beside ?? [])
  }

  async finish(result: BuildResult): Promise<void> {
    const site = this.#site
    this.#current = undefined
    if (site === undefined) return
    // What is copied is known only now.
    this.#rejectConflicts(site.beside)
    if (this.#whole === undefined) await this.#finishWhole(site, result)
    else await this.#finishFirst(site, result)
  }

  #rejectConflicts(beside: readonly BesideFile[]): void {
    rejectOutputConflicts(this.#settings.ownFiles.addCopies(this.#places), beside)
  }

  async giveUpRest(): Promise<void> {
    await this.#rest.giveUp()
  }

  get #site(): Site | undefined {
    return this.#current instanceof Site ? this.#current : this.#current?.site
  }

  #createEditedSite(): Site | undefined {
    const { pagesBy, isWatching, isIncremental } = this.#kind
    if (this.#whole === undefined || !isWatching || isIncremental || pagesBy !== 'plugin') return undefined
    const beside = this.#settings.toEditedPages(this.#saved, this.#whole)
    return beside && new Site({ ...this.#whole, beside })
  }

  async #finishFirst({ beside }: Site, result: BuildResult): Promise<void> {
    const directory = result.directories.output
    const written = await writeAtOnce(beside, directory)
    keepWrittenSince(directory, [
      ...written,
      ...listOwnPages(result).map((name) => [name, toWrittenFile(directory, name, byEleventy)] as const),
    ])
    this.#settings.tell(`tag-archive wrote ${written.size} edited; what else they change follows`)
    this.#rest.schedule((takeTurn) => this.#finishRest(result, takeTurn))
  }

  async #finishRest(result: BuildResult, takeTurn: TakeTurn): Promise<void> {
    try {
      const site = await this.#settings.toSite(this.#kind, takeTurn)
      if (!(site instanceof Site)) return
      this.#rejectConflicts(site.beside)
      const written = await this.#finishWhole(site, result, takeTurn)
      if (written.some(isPage)) reloadBrowsers()
      // Nobody waits now, and the engine would let it grow to a gigabyte.
      collectGarbage()
    } catch (error) {
      if (error instanceof GivenUp) throw error
      console.error(toMessage(error))
      showError(error)
    }
  }

  async #finishWhole(site: Site, result: BuildResult, takeTurn?: TakeTurn): Promise<readonly BesideFile[]> {
    const { ownFiles, ...settings } = this.#settings
    const manifest = this.#manifest ?? new OutputManifest(result.directories.output)
    this.#manifest = undefined
    manifest.noteByEleventy(ownFiles.names)
    const written = await finishOutputs({ ...site, beside: ownFiles.without(site.beside) }, result, {
      ...settings,
      manifest,
      isRebuild: this.#isRebuild,
      takeTurn,
    })
    this.#isRebuild = true
    this.#whole = withoutFiles(site)
    return written
  }
}

/** What stays until the next build, without the texts that feeds share. */
const withoutFiles = (site: Site): Site => new Site({ ...site, beside: [] })

const isPage = ({ path }: BesideFile): boolean => /(?:\/|\.html)$/.test(path)

const toMessage = (error: unknown): string =>
  error instanceof TagArchiveError
    ? `[tag-archive] ${withoutControls(error.message)} (${error.code})`
    : `[tag-archive] ${error instanceof Error ? error.stack : String(error)}`
