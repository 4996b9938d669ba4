/**
 * Tells whether many megabytes are what they were. No cryptography: it takes a fraction of the time, and is for damage, not for attacks.
 *
 * Words take turns in four lanes, so that none has to wait for the one before it.
 */
export class WordDigest {
  readonly #lanes = Int32Array.of(0x243f6a88, 0x13198a2e, 0x03707344, 0x299f31d0)
  #count = 0

  /** However the words are divided between calls, the digest is the same. */
  add(words: Uint32Array): this {
    const lanes = this.#lanes
    let at = 0
    for (; at < words.length && (this.#count & 3) !== 0; at++) this.#addOne(words[at]!)
    let [a, b, c, d] = lanes as unknown as [number, number, number, number]
    const start = at
    for (; at + 3 < words.length; at += 4) {
      a = mix(a, words[at]!)
      b = mix(b, words[at + 1]!)
      c = mix(c, words[at + 2]!)
      d = mix(d, words[at + 3]!)
    }
    lanes.set([a, b, c, d])
    this.#count += at - start
    for (; at < words.length; at++) this.#addOne(words[at]!)
    return this
  }

  /** `bytesOfDigest` of them. */
  end(): Uint8Array {
    return new Uint8Array(Int32Array.from(this.#lanes, (lane) => mix(lane, this.#count)).buffer)
  }

  #addOne(word: number): void {
    const lane = this.#count++ & 3
    this.#lanes[lane] = mix(this.#lanes[lane]!, word)
  }
}

export const bytesOfDigest = 16

function mix(lane: number, word: number): number {
  const mixed = Math.imul(lane ^ word, 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}
