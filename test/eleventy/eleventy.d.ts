declare module '@11ty/eleventy' {
  import type { EleventyConfig } from '../../src/eleventy/eleventy-types.ts'

  export interface BuiltPage {
    readonly url: string
    readonly inputPath: string
    readonly outputPath: string
    readonly content: string
  }

  export const HtmlBasePlugin: (eleventyConfig: EleventyConfig, options: object) => void

  export interface EleventyOptions {
    readonly quietMode?: boolean
    readonly configPath?: string
    readonly pathPrefix?: string
    readonly runMode?: 'build' | 'serve' | 'watch'
    readonly config?: (eleventyConfig: EleventyConfig) => unknown
  }

  export class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions)
    setDryRun(isDryRun: boolean): void
    toJSON(): Promise<readonly BuiltPage[]>
    write(): Promise<unknown>
    init(): Promise<unknown>
    /** Builds, then watches. @returns Builds again as after a change of a file, which it need not have seen itself. */
    watch(): Promise<(file: string) => Promise<void>>
    stopWatch(): Promise<unknown>
    readonly watcher: { close(): Promise<void> }
  }
}
