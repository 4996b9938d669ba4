/** Eleventy ships no declarations: these are the few calls that we use. */
export interface EleventyConfig {
  /** From the command line or the config's own return value; `/` where neither names one. */
  readonly pathPrefix?: string | undefined
  /** `forceLog` is how Eleventy tells what it wrote, in quiet mode too. */
  readonly logger?: { forceLog(message: string): void } | undefined
  readonly ignores: { add(glob: string): unknown }
  /** What changes pages before they are written, by name. */
  readonly transforms: Readonly<Record<string, unknown>>
  readonly linters: Readonly<Record<string, unknown>>
  /** What goes over the markup of pages, by their files' extension. */
  readonly htmlTransformer: { readonly callbacks: MarkupSteps; readonly plugins: MarkupSteps }
  readonly events: { listenerCount(event: string): number }
  /** What the configuration gives to all templates; keys such as `eleventyComputed.title` too. */
  readonly globalData: Readonly<Record<string, unknown>>
  addPlugin<Options>(plugin: (eleventyConfig: EleventyConfig, options: Options) => void, options: Options): unknown
  addTemplate(virtualPath: string, template: VirtualTemplate): void
  addGlobalData(name: string, value: unknown): void
  addDataExtension(extensions: string, options: DataExtension): void
  addWatchTarget(glob: string, options?: { readonly resetConfig?: boolean }): void
  setQuietMode(quiet: boolean): void
  setTemplateFormats(formats: readonly string[]): void
  setDataFileSuffixes(suffixes: readonly string[]): void
  on(event: 'eleventy.config', listener: (templateConfig: TemplateConfig) => void): void
  on(event: 'eleventy.before', listener: (build: BuildStart) => void): void
  on(event: 'eleventy.beforeWatch', listener: (changedFiles: readonly string[]) => void): void
  on(event: 'eleventy.reset', listener: () => void): void
  on(event: 'eleventy.passthrough', listener: (copies: PassthroughCopies) => void): void
  on(event: 'eleventy.contentMap', listener: (map: ContentMap) => void): void
  on(event: 'eleventy.after', listener: (result: BuildResult) => void): void
}

type MarkupSteps = Readonly<Record<string, readonly { readonly enabled?: unknown }[]>>

/** What a build is about to do. */
export interface BuildStart {
  readonly runMode: 'build' | 'serve' | 'watch'
  readonly outputMode: 'fs' | 'json' | 'ndjson'
  readonly directories: { readonly data: string; readonly output: string }
  /** Only what changed is written. */
  readonly incremental?: boolean | undefined
}

/** All templates, before they are rendered. */
export interface ContentMap {
  /** By path of a template, virtual ones too; false for a page that is not written. */
  readonly inputPathToUrl: Readonly<Record<string, readonly (string | false)[]>>
}

/** What Eleventy copies as it stands. */
export interface PassthroughCopies {
  /** By address, percent-escaped: `/favicon.svg`. */
  readonly map: Readonly<Record<string, string>>
}

/** What a build has done. */
export interface BuildResult {
  readonly directories: { readonly output: string }
  /** `json` and `ndjson` where the pages are not written. */
  readonly outputMode: 'fs' | 'json' | 'ndjson'
  /** A page each that was written; `undefined`, or none, where nothing was. */
  readonly results: readonly ({ readonly inputPath: string; readonly outputPath: string | false } | undefined)[]
  readonly runMode: 'build' | 'serve' | 'watch'
  /** Only what changed was written. */
  readonly incremental?: boolean | undefined
}

export interface DataExtension {
  /** False: the parser gets the file's path instead of its text. */
  readonly read: false
  readonly parser: (filePath: string) => unknown
}

/** A JavaScript template that is no file. */
export interface VirtualTemplate {
  readonly data: object
  readonly render: (data: never) => string
}

/** The merged configuration, once all plugins have run. */
export interface TemplateConfig {
  getConfig(): { pathPrefix: string; readonly serverOptions: ServerOptions }
}

export interface ServerOptions {
  /** Name of the package that serves; absent: Eleventy's own. */
  readonly module?: string | undefined
  /** Called once with the server. */
  ready?: (server: unknown) => unknown
}

/** An entry of a collection. */
export interface CollectionItem {
  /** False for a template that is not written. */
  readonly url: string | false
  readonly inputPath: string
  readonly fileSlug: string
  /** The template's text, without its front matter. */
  readonly rawInput?: string | undefined
  readonly data: Readonly<Record<string, unknown>>
  /** What the template gave, without its layout. Throws until all templates that others need are rendered. */
  readonly content?: unknown
}
