import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ResolvedOptions } from '../options.ts'
import type { KeptPosts } from '../posts/post-files.ts'
import { PostIndex } from '../posts/post-index.ts'
import { toShortHash } from '../short-hash.ts'
import { cacheFolder, keepInCache } from './build-cache.ts'
import { readCodeVersion } from './code-version.ts'

const file = path.join(cacheFolder, 'posts.json')

/** What builds know of their posts, kept from one to the next. */
export class PostIndexFile {
  readonly #version: string
  readonly #index: PostIndex

  /** Nothing is known where there is no such file, where it is damaged, or of another version or other options. */
  constructor({ timeZone, language }: Pick<ResolvedOptions['site'], 'timeZone' | 'language'>) {
    this.#version = JSON.stringify([readCodeVersion('.'), timeZone, language])
    this.#index = new PostIndex(this.#read())
  }

  get kept(): KeptPosts {
    return this.#index.kept
  }

  write(): void {
    if (!this.#index.isChanged) return
    const json = this.#index.toJson()
    keepInCache(file, (put) => put(`${this.#sign(json)}\n${json}`))
  }

  #read(): string | undefined {
    try {
      const text = readFileSync(file, 'utf8')
      const end = text.indexOf('\n')
      const json = text.slice(end + 1)
      return text.slice(0, end) === this.#sign(json) ? json : undefined
    } catch {
      return undefined
    }
  }

  #sign(json: string): string {
    return toShortHash(this.#version + json)
  }
}
