/** Hash of 64 bits, as two halves. */
export interface Signature {
  readonly first: number
  readonly second: number
}

/** Makes the signature of what a result is made of, number by number. */
export class Signer implements Signature {
  first = 0x243f6a88
  second = 0x13198a2e

  /** 52 bits of it as one number. */
  get number(): number {
    return (this.first >>> 0) * 2 ** 20 + (this.second >>> 12)
  }

  /** Takes a whole number, of which 32 bits count. */
  add(value: number): this {
    this.first = Math.imul(this.first ^ value, 0x85ebca6b)
    this.first ^= this.first >>> 13
    this.second = Math.imul(this.second ^ value, 0x9e3779b1)
    this.second ^= this.second >>> 15
    return this
  }

  addAll(values: ArrayLike<number>): this {
    for (let at = 0; at < values.length; at++) this.add(values[at]!)
    return this.add(values.length)
  }

  addText(text: string): this {
    for (let at = 0; at < text.length; at++) this.add(text.charCodeAt(at))
    return this.add(text.length)
  }

  addSignature({ first, second }: Signature): this {
    return this.add(first).add(second)
  }
}
