import { existsSync } from 'node:fs'
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
  /** By where a file lies: the addresses that it is copied to. */
  readonly #copied = new Map<string, Set<string>>()

  constructor(eleventyConfig: EleventyConfig) {
    eleventyConfig.on('eleventy.passthrough', ({ map }) => {
      for (const [address, from] of Object.entries(map)) this.#addCopy(decodeURI(address), from)
    })
    eleventyConfig.on('eleventy.contentMap', ({ inputPathToUrl }) => this.#add(listOwnUrls(inputPathToUrl)))
  }

  /** By name below the folder of the outputs. */
  get names(): readonly string[] {
    return Array.from(this.#paths, (path) => toOutputName({ path: path as UrlPath }))
  }

  /** Templates, and what is copied, by where they lie. A copy that goes while a process watches is no copy any more. */
  addCopies({ inputPathToUrl }: ContentMap): ContentMap {
    const copied = [...this.#copied].filter(([from]) => existsSync(from))
    const copies = copied.map(([from, addresses]) => [from, [...addresses]])
    return { inputPathToUrl: { ...inputPathToUrl, ...Object.fromEntries(copies) } }
  }

  /** Leaves out what the site has itself. */
  without(beside: readonly BesideFile[]): readonly BesideFile[] {
    return beside.filter((file) => file.yields !== true || !this.#paths.has(file.path))
  }

  #addCopy(address: string, from: string): void {
    const page = address.replace(/(?<=\/)index\.html$/, '')
    this.#add([page])
    this.#copied.set(from, new Set([...(this.#copied.get(from) ?? []), page]))
  }

  #add(paths: readonly string[]): void {
    for (const path of paths) this.#paths.add(path)
  }
}

const listOwnUrls = (inputPathToUrl: ContentMap['inputPathToUrl']): readonly string[] =>
  Object.entries(inputPathToUrl)
    .flatMap(([inputPath, urls]) => (findTemplateKind(inputPath) === undefined ? urls : []))
    .filter((url) => url !== false)
