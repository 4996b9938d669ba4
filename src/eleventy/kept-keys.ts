import { once } from '../once.ts'
import { watchTexts } from '../pages/memoize-by-post.ts'
import type { UrlPath } from '../pages/urls.ts'
import type { PostId } from '../posts/post.ts'
import { areFew } from '../posts/post-index.ts'
import { keepText, recallText } from './build-cache.ts'

const file = 'keys.json'

/** What keys are made of. */
export interface KeySources {
  /** Stands for all but the texts. */
  readonly basis: string
  readonly posts: readonly PostId[]
  /** Of their texts. */
  readonly digests: readonly string[]
}

/**
 * One output with its key, and the places of the posts whose texts may have a part in it, a space before and after each: a text takes half the
 * memory of a list, and is sooner searched.
 */
type KeptKey = readonly [output: UrlPath, key: string, places: string]

interface KeptState extends Pick<KeySources, 'digests'> {
  /** In the order in which they were asked for. */
  readonly keys: readonly KeptKey[]
}

/**
 * Keys of outputs as an earlier build made them. Most edits change a text and nothing else: then only outputs that show this text can have
 * another key, and the others' need not be made.
 */
export class KeptKeys {
  readonly #sources: KeySources
  readonly #earlier: KeptState | undefined
  readonly #places: ReadonlyMap<PostId, number>
  /** Of posts whose texts changed, as they stand in a text. */
  readonly #changed: ReadonlySet<string>
  readonly #keysByOutput: () => ReadonlyMap<UrlPath, KeptKey>
  readonly #now: KeptKey[] = []

  constructor(sources: KeySources) {
    const { basis, posts, digests } = sources
    const json = recallText(file, basis)
    const earlier: KeptState | undefined = json === undefined ? undefined : JSON.parse(json)
    this.#sources = sources
    this.#earlier = earlier
    this.#keysByOutput = once(() => new Map(earlier?.keys.map((kept) => [kept[0], kept])))
    this.#places = new Map(posts.map((id, place) => [id, place]))
    const changed = [...digests.keys()].filter((place) => digests[place] !== earlier?.digests[place])
    this.#changed = new Set(changed.map((place) => ` ${place} `))
  }

  /**
   * @param make - Asks functions of `memoizeByText` for whatever it takes from texts.
   * @returns What `make` gives, or gave when the output was made of the same.
   */
  recall(output: UrlPath, make: () => string): string {
    // Most builds ask in the order of the last one.
    const likely = this.#earlier?.keys[this.#now.length]
    const known = likely?.[0] === output ? likely : this.#keysByOutput().get(output)
    const kept = known !== undefined && this.#isUnchanged(known) ? known : this.#make(output, make)
    this.#now.push(kept)
    return kept[1]
  }

  /** Keeps those that were asked for, where many are new. */
  write(): void {
    const { basis, digests } = this.#sources
    if (this.#earlier !== undefined && areFew(this.#changed.size, digests.length)) return
    const state: KeptState = { digests, keys: this.#now }
    keepText(file, basis, JSON.stringify(state))
  }

  #make(output: UrlPath, make: () => string): KeptKey {
    const { result, posts } = watchTexts(make)
    return [output, result, ` ${posts.map((id) => this.#places.get(id)!).join(' ')} `]
  }

  #isUnchanged([_output, _key, places]: KeptKey): boolean {
    if (this.#changed.size > mostSearchedFor) return !places.split(' ').some((place) => this.#changed.has(` ${place} `))
    for (const place of this.#changed) if (places.includes(place)) return false
    return true
  }
}

/** So few are sooner looked for in each text than each text is taken apart. */
const mostSearchedFor = 8
