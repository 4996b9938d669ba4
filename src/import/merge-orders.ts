/**
 * One order of all items out of several partial ones, such as the pages of several archives that share posts.
 *
 * Each item comes after those that stand before it in any sequence. Where nothing is said, and where sequences
 * contradict each other, the item met first comes first. Linear in the sum of the lengths.
 *
 * @param sequences - Items without repetition within a sequence.
 */
export function mergeOrders<Item>(sequences: readonly (readonly Item[])[]): readonly Item[] {
  const before = new Map<Item, Item[]>()
  for (const sequence of sequences)
    for (const [i, item] of sequence.entries()) {
      const known = before.get(item) ?? []
      before.set(item, known)
      if (i > 0) known.push(sequence[i - 1]!)
    }
  const order: Item[] = []
  const met = new Set<Item>()
  for (const item of before.keys()) placeAfterOthers(item, before, met, order)
  return order
}

/** Depth first, with a stack of its own: a chain of 10,000 posts is too deep for recursion. */
function placeAfterOthers<Item>(
  start: Item,
  before: ReadonlyMap<Item, readonly Item[]>,
  met: Set<Item>,
  order: Item[],
): void {
  if (met.has(start)) return
  met.add(start)
  const stack = [{ item: start, next: 0 }]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const other = before.get(top.item)![top.next++]
    if (other === undefined) {
      order.push(top.item)
      stack.pop()
    } else if (!met.has(other)) {
      met.add(other)
      stack.push({ item: other, next: 0 })
    }
  }
}
