import type { UrlPath } from '../pages/urls.ts'
import type { ContentMap, EleventyConfig } from './eleventy-types.ts'
import { findTemplateKind } from './template-path.ts'
import { type BesideFile, toOutputName } from './write-beside.ts'

/**
 * What the site itself puts where we would: templates, and files that Eleventy copies. Kept from build to build, since an incremental
 * one names only what it does.
 */
export class OwnFiles {
  readonly #paths = new Set<string>()

  constructor(eleventyConfig: EleventyConfig) {
    eleventyConfig.on('eleventy.passthrough', ({ map }) => this.#add(Object.keys(map).map(decodeURI)))
    eleventyConfig.on('eleventy.contentMap', ({ inputPathToUrl }) => this.#add(listOwnUrls(inputPathToUrl)))
  }

  /** By name below the folder of the outputs. */
  get names(): readonly string[] {
    return Array.from(this.#paths, (path) => toOutputName({ path: path as UrlPath }))
  }

  /** Leaves out what the site has itself. */
  without(beside: readonly BesideFile[]): readonly BesideFile[] {
    return beside.filter((file) => file.yields !== true || !this.#paths.has(file.path))
  }

  #add(paths: readonly string[]): void {
    for (const path of paths) this.#paths.add(path)
  }
}

const listOwnUrls = (inputPathToUrl: ContentMap['inputPathToUrl']): readonly string[] =>
  Object.entries(inputPathToUrl)
    .flatMap(([inputPath, urls]) => (findTemplateKind(inputPath) === undefined ? urls : []))
    .filter((url) => url !== false)
