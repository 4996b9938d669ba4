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
 * The key of one output, and the places of the posts whose texts may have a part in it, a space before and after each: a text takes half the
 * memory of a list, and is sooner searched.
 */
type KeptKey = readonly [key: string, places: string]

interface KeptState extends Pick<KeySources, 'digests'> {
  readonly keys: Readonly<Record<string, KeptKey>>
}

/**
 * Keys of outputs as an earlier build made them. Most edits change a text and nothing else: then only outputs that show this text can have
 * another key, and the others' need not be made.
 */
export class KeptKeys {
  /** The key of what shows no text. */
  readonly basis: string
  readonly #sources: KeySources
  readonly #earlier: KeptState | undefined
  readonly #places: ReadonlyMap<PostId, number>
  /** Places of posts whose texts changed. */
  readonly #changed: ReadonlySet<string>
  readonly #now = new Map<UrlPath, KeptKey>()

  constructor(sources: KeySources) {
    const { basis, posts, digests } = sources
    this.basis = basis
    const json = recallText(file, basis)
    const earlier: KeptState | undefined = json === undefined ? undefined : JSON.parse(json)
    this.#sources = sources
    this.#earlier = earlier
    this.#places = new Map(posts.map((id, place) => [id, place]))
    const changed = [...digests.keys()].filter((place) => digests[place] !== earlier?.digests[place])
    this.#changed = new Set(changed.map(String))
  }

  /**
   * @param make - Asks functions of `memoizeByText` for whatever it takes from texts.
   * @returns What `make` gives, or gave when the output was made of the same.
   */
  recall(output: UrlPath, make: () => string): string {
    const known = this.#earlier?.keys[output]
    const kept = known !== undefined && this.#isUnchanged(known) ? known : this.#make(make)
    this.#now.set(output, kept)
    return kept[0]
  }

  /** Keeps those that were asked for, where many are new. */
  write(): void {
    const { basis, digests } = this.#sources
    if (this.#earlier !== undefined && areFew(this.#changed.size, digests.length)) return
    const state: KeptState = { digests, keys: Object.fromEntries(this.#now) }
    keepText(file, basis, JSON.stringify(state))
  }

  #make(make: () => string): KeptKey {
    const { result, posts } = watchTexts(make)
    return [result, ` ${posts.map((id) => this.#places.get(id)!).join(' ')} `]
  }

  #isUnchanged([_, places]: KeptKey): boolean {
    if (this.#changed.size > fewChanged) return !places.split(' ').some((place) => this.#changed.has(place))
    for (const place of this.#changed) if (places.includes(` ${place} `)) return false
    return true
  }
}

/** So few are sooner looked for in each text than each text is taken apart. */
const fewChanged = 8
