import type { PostId } from '../posts/post.ts'

/** Where the text of a post stands in memory, in bytes: its body as HTML, then its excerpt. */
interface Place {
  readonly start: number
  readonly bodyEnd: number
  readonly end: number
  readonly isFit: boolean
}

export interface RenderedTexts {
  /** HTML. */
  readonly body: string
  readonly excerpt: string
  /** Whether feeds can have the body as it is, but for the line break at its end. */
  readonly isFit: boolean
}

/** By post. */
export type TextPlaces = ReadonlyMap<PostId, Place>

/**
 * Texts that were rendered while there was time, for pages and for feeds. They are kept as UTF-8, in memory that threads share: as strings,
 * each thread would hold twice as much.
 */
export class TextsAhead {
  readonly memory: SharedArrayBuffer
  readonly #bytes: Buffer
  readonly #places = new Map<PostId, Place>()
  #end = 0

  /** @param memory - Texts are added as long as it has room. */
  constructor(memory: SharedArrayBuffer) {
    this.memory = memory
    this.#bytes = Buffer.from(memory)
  }

  get places(): TextPlaces {
    return this.#places
  }

  /** Takes over what another thread has put into the memory. */
  learn(places: TextPlaces): void {
    for (const [id, place] of places) this.#places.set(id, place)
  }

  /** @returns Whether there was room. */
  add(id: PostId, { body, excerpt, isFit }: RenderedTexts): boolean {
    // Half a character would come back as another one.
    if (!body.isWellFormed() || !excerpt.isWellFormed()) return true
    const start = this.#end
    const bodyEnd = this.#put(body, start)
    const end = bodyEnd === undefined ? undefined : this.#put(excerpt, bodyEnd)
    if (bodyEnd === undefined || end === undefined) return false
    this.#places.set(id, { start, bodyEnd, end, isFit })
    this.#end = end
    return true
  }

  /** @returns Its end, where there is room for it. */
  #put(text: string, start: number): number | undefined {
    const { read, written } = encoder.encodeInto(text, this.#bytes.subarray(start))
    return read === text.length ? start + written : undefined
  }

  bodyOf(id: PostId): string | undefined {
    const place = this.#places.get(id)
    return place && this.#bytes.toString('utf8', place.start, place.bodyEnd)
  }

  /** Bytes that must not be changed: other threads have the same. */
  fitBodyOf(id: PostId): Uint8Array | undefined {
    const place = this.#places.get(id)
    return place?.isFit ? this.#bytes.subarray(place.start, place.bodyEnd - lineBreak.length) : undefined
  }

  excerptOf(id: PostId): string | undefined {
    const place = this.#places.get(id)
    return place && this.#bytes.toString('utf8', place.bodyEnd, place.end)
  }
}

/** At the end of a body. */
const lineBreak = '\n'

const encoder = new TextEncoder()
