import { groupBy } from './group-by.ts'

/** Disjoint sets of the numbers below `size` (union–find). The name of a set is its smallest member. */
export class Groups {
  readonly #parents: Int32Array

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, index) => index)
  }

  find(member: number): number {
    let root = member
    while (this.#parents[root] !== root) root = this.#parents[root]!
    for (let at = member; at !== root; ) {
      const next = this.#parents[at]!
      this.#parents[at] = root
      at = next
    }
    return root
  }

  join(a: number, b: number): void {
    const [rootA, rootB] = [this.find(a), this.find(b)]
    this.#parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB)
  }

  isJoined(a: number, b: number): boolean {
    return this.find(a) === this.find(b)
  }

  /** Sets of two and more, members ascending, by first member. */
  list(): readonly (readonly number[])[] {
    const places = Array.from(this.#parents, (_, place) => place)
    return [...groupBy(places, (place) => this.find(place)).values()].filter((set) => set.length > 1)
  }
}
