import type { ResolvedOptions } from '../options.ts'
import type { KeptPosts } from '../posts/post-files.ts'
import { PostIndex } from '../posts/post-index.ts'
import { keepText, recallText } from './build-cache.ts'
import { readCodeVersion } from './code-version.ts'

const file = 'posts.json'

/** What builds know of their posts, kept from one to the next. */
export class PostIndexFile {
  readonly #version: string
  readonly #index: PostIndex

  constructor({ timeZone, language }: Pick<ResolvedOptions['site'], 'timeZone' | 'language'>) {
    this.#version = JSON.stringify([readCodeVersion('.'), timeZone, language])
    this.#index = new PostIndex(recallText(file, this.#version))
  }

  get kept(): KeptPosts {
    return this.#index.kept
  }

  /** Keeps it for the next build. */
  write(): void {
    if (this.#index.isChanged) keepText(file, this.#version, this.#index.toJson())
  }
}
