import { once } from '../once.ts'
import type { Watched } from '../pages/memoize-by-post.ts'
import type { UrlPath } from '../pages/urls.ts'
import type { PostId } from '../posts/post.ts'
import { areFew } from '../posts/post-index.ts'
import { keepText, recallText } from './build-cache.ts'

const file = 'keys.json'

/** What keys are made of. */
export interface KeySources {
  /** Stands for all but the states of posts. */
  readonly basis: string
  readonly posts: readonly PostId[]
  /** Of each what may change and leave most outputs as they are: its text, what is related to it. */
  readonly states: readonly string[]
}

/** Outputs in the order in which they were asked for: a list for each thing that is known of them, which is sooner read than a list for each. */
interface KeptOutputs {
  readonly outputs: UrlPath[]
  readonly keys: string[]
  /**
   * Places of the posts whose states may have a part in it, a space before and after each: a text takes half the memory of a list, and is sooner
   * searched.
   */
  readonly places: string[]
}

type KeptState = Pick<KeySources, 'states'> & KeptOutputs

/**
 * Keys of outputs as an earlier build made them. Most edits change a text, and relations of a few posts: then only outputs that show these can have
 * another key, and the others' need not be made.
 */
export class KeptKeys {
  readonly #sources: KeySources
  readonly #earlier: KeptState | undefined
  readonly #places: ReadonlyMap<PostId, number>
  /** Of posts whose states changed, as they stand in a text. */
  readonly #changed: ReadonlySet<string>
  readonly #earlierByOutput: () => ReadonlyMap<UrlPath, number>
  readonly #now: KeptOutputs = { outputs: [], keys: [], places: [] }

  constructor(sources: KeySources) {
    const { basis, posts, states } = sources
    const json = recallText(file, basis)
    const earlier: KeptState | undefined = json === undefined ? undefined : JSON.parse(json)
    this.#sources = sources
    this.#earlier = earlier
    this.#earlierByOutput = once(() => new Map(earlier?.outputs.map((output, at) => [output, at])))
    this.#places = new Map(posts.map((id, place) => [id, place]))
    const changed = [...states.keys()].filter((place) => states[place] !== earlier?.states[place])
    this.#changed = new Set(changed.map((place) => ` ${place} `))
  }

  /** Whether an earlier build had the same but for states of posts: then its outputs were the same files. */
  get isOfSameBasis(): boolean {
    return this.#earlier !== undefined
  }

  /**
   * @param make - The key, and the posts of whose texts it was made.
   * @returns What `make` gives, or gave when the output was made of the same.
   */
  recall(output: UrlPath, make: () => Watched<string>): string {
    const { outputs, keys, places } = this.#now
    // Most builds ask in the order of the last one.
    const likely = outputs.length
    const at = this.#earlier?.outputs[likely] === output ? likely : this.#earlierByOutput().get(output)
    const isKept = at !== undefined && this.#isUnchanged(this.#earlier!.places[at]!)
    const [key, ofPosts] = isKept ? [this.#earlier!.keys[at]!, this.#earlier!.places[at]!] : this.#make(make)
    outputs.push(output)
    keys.push(key)
    places.push(ofPosts)
    return key
  }

  /** Keeps those that were asked for, where many are new. */
  write(): void {
    const { basis, states } = this.#sources
    if (this.#earlier !== undefined && areFew(this.#changed.size, states.length)) return
    const state: KeptState = { states, ...this.#now }
    keepText(file, basis, JSON.stringify(state))
  }

  #make(make: () => Watched<string>): readonly [key: string, places: string] {
    const { result, posts } = make()
    return [result, ` ${posts.map((id) => this.#places.get(id)!).join(' ')} `]
  }

  #isUnchanged(places: string): boolean {
    if (this.#changed.size > mostSearchedFor) return !places.split(' ').some((place) => this.#changed.has(` ${place} `))
    for (const place of this.#changed) if (places.includes(place)) return false
    return true
  }
}

/** So few are sooner looked for in each text than each text is taken apart. */
const mostSearchedFor = 8
