import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Problem } from '../errors.ts'
import type { ArchivedArticle } from '../import/archived-article.ts'
import { findMediaEnding } from '../import/media/media-kinds.ts'
import type { MediaPlace } from '../import/media/media-places.ts'
import { toMediaRefused } from '../import/media/media-problems.ts'
import { compareCodePoints } from '../markup/compare.ts'
import type { FileCopy } from '../posts/apply-changes.ts'
import { toSlug } from '../posts/slug.ts'
import { findRealFile, findRefusal, hashFile } from './media-file.ts'

export interface MediaCopy extends FileCopy {
  readonly size: number
}

/** Finds files that posts name, and decides what each is called beside the posts. */
export class MediaSearch {
  readonly copies: Map<string, MediaCopy> = new Map()
  readonly problems: Problem[] = []
  /** Files that came along, now or before, or were refused: whoever lists what was skipped has no news of them. */
  readonly lookedAt: Set<string> = new Set()
  /** By their hash: those that are beside the posts, or will be. */
  readonly #names: Map<string, string>
  /** By real path: what was made of a file that was looked at before. */
  readonly #seen = new Map<string, string | undefined>()

  constructor(names: ReadonlyMap<string, string>) {
    this.#names = new Map(names)
  }

  async find(
    places: readonly MediaPlace[],
    asked: { readonly address: string; readonly article: ArchivedArticle },
  ): Promise<string | undefined> {
    for (const { root, file } of places) {
      const real = await findRealFile(root, file)
      if (real === undefined) continue
      this.lookedAt.add(file).add(real)
      if (!this.#seen.has(real)) this.#seen.set(real, await this.#take(real, file, asked))
      return this.#seen.get(real)
    }
    return undefined
  }

  async #take(
    real: string,
    file: string,
    { address, article }: { readonly address: string; readonly article: ArchivedArticle },
  ): Promise<string | undefined> {
    const ending = findMediaEnding(file)
    const { size } = await stat(real)
    const refusal = await findRefusal(real, ending, size)
    if (refusal !== undefined) {
      this.problems.push(toMediaRefused(address, refusal, article.sources[0]))
      return undefined
    }
    const hash = await hashFile(real)
    const known = this.#names.get(`${hash}.${ending}`)
    if (known !== undefined) return known
    const name = `media/${toSlug(path.basename(file, path.extname(file)), { maxLength: 60 })}-${hash}.${ending}`
    this.#names.set(`${hash}.${ending}`, name)
    this.copies.set(name, { name, from: real, size })
    return name
  }
}

/** Files that an earlier import copied, by hash and ending: their names stay. */
export async function readKnownNames(directory: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(path.join(directory, 'media')).catch(() => [])
  return new Map(
    names.sort(compareCodePoints).flatMap((name) => {
      const hash = /-([0-9a-f]{16}\.\w+)$/.exec(name)?.[1]
      return hash === undefined ? [] : [[hash, `media/${name}`] as const]
    }),
  )
}
