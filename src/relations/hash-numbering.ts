/**
 * Numbers hashes 0, 1, 2 … in the order in which they are first met. An open-addressing table in typed arrays: a `Map` of
 * ten million numbers takes ten times the memory and half the speed.
 */
export class HashNumbering {
  #keys: Uint32Array
  /** Number + 1 of the key in the same slot; 0 where the slot is free. */
  #numbers: Int32Array
  #size = 0
  /** By the upper bits of a hash: whether any key has them. Small enough for the processor's cache, so that most misses cost nothing. */
  readonly #hints = new Uint8Array(2 ** hintBits)

  constructor(expectedSize: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expectedSize * 2)))
    this.#keys = new Uint32Array(slots)
    this.#numbers = new Int32Array(slots)
  }

  /** @param expectedSize - Where hashes will follow. */
  static of(hashes: Uint32Array, expectedSize: number = hashes.length): HashNumbering {
    const numbering = new HashNumbering(expectedSize)
    for (let at = 0; at < hashes.length; at++) numbering.numberOf(hashes[at]!)
    return numbering
  }

  get size(): number {
    return this.#size
  }

  /** By number. */
  hashes(): Uint32Array {
    const hashes = new Uint32Array(this.#size)
    for (let slot = 0; slot < this.#keys.length; slot++) {
      const number = this.#numbers[slot]! - 1
      if (number >= 0) hashes[number] = this.#keys[slot]!
    }
    return hashes
  }

  /** The number of a hash; -1 where it has none. */
  find(hash: number): number {
    if (this.#hints[hash >>> (32 - hintBits)] === 0) return -1
    return this.#numbers[this.#slotOf(hash)]! - 1
  }

  /** The number of a hash; the next free one where it has none yet. */
  numberOf(hash: number): number {
    let slot = this.#slotOf(hash)
    if (this.#numbers[slot] === 0) {
      if (this.#size * 2 >= this.#keys.length) {
        this.#grow()
        slot = this.#slotOf(hash)
      }
      this.#keys[slot] = hash
      this.#numbers[slot] = ++this.#size
      this.#hints[hash >>> (32 - hintBits)] = 1
    }
    return this.#numbers[slot]! - 1
  }

  /** The hashes come well mixed, so their low bits are a slot; linear probing beyond. */
  #slotOf(hash: number): number {
    const mask = this.#keys.length - 1
    let slot = hash & mask
    while (this.#numbers[slot] !== 0 && this.#keys[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers]
    this.#keys = new Uint32Array(keys.length * 2)
    this.#numbers = new Int32Array(keys.length * 2)
    for (let at = 0; at < keys.length; at++) {
      if (numbers[at] === 0) continue
      const slot = this.#slotOf(keys[at]!)
      this.#keys[slot] = keys[at]!
      this.#numbers[slot] = numbers[at]!
    }
  }
}

const hintBits = 20
