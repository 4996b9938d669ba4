import type { Hash } from 'node:crypto'

/** Puts many small lists together, each padded to whole words, and their digest behind them. */
export class WordPieces {
  readonly #write: (piece: Uint8Array) => void
  readonly #space = new Uint8Array(pieceBytes)
  readonly #digest: Hash
  #length = 0

  /**
   * @param digest - Of what comes before them.
   * @param write - Takes one piece after another; each is filled anew afterwards.
   */
  constructor(digest: Hash, write: (piece: Uint8Array) => void) {
    this.#digest = digest
    this.#write = write
  }

  add({ buffer, byteOffset, byteLength }: Uint32Array | Uint8Array): void {
    const length = wordsOfBytes(byteLength) * 4
    if (this.#length + length > pieceBytes) this.#flush()
    const list = new Uint8Array(buffer, byteOffset, byteLength)
    if (length > pieceBytes) {
      const large = new Uint8Array(length)
      large.set(list)
      this.#send(large)
      return
    }
    this.#space.fill(0, this.#length + byteLength, this.#length + length)
    this.#space.set(list, this.#length)
    this.#length += length
  }

  end(): void {
    this.#flush()
    this.#write(this.#digest.digest())
  }

  #flush(): void {
    if (this.#length > 0) this.#send(this.#space.subarray(0, this.#length))
    this.#length = 0
  }

  #send(piece: Uint8Array): void {
    this.#digest.update(piece)
    this.#write(piece)
  }
}

const pieceBytes = 1 << 20

/** Words that a number of bytes fills. */
export const wordsOfBytes = (length: number): number => Math.ceil(length / 4)

export const viewWords = ({ buffer, byteOffset }: Uint8Array, offset: number, length: number): Uint32Array =>
  new Uint32Array(buffer, byteOffset + offset, length)
