/** One page of a list. */
export interface Pager<Item> {
  /** Counted from 1. */
  readonly number: number
  /** How many pages the list has. */
  readonly total: number
  readonly items: readonly Item[]
}

/** Cuts a list into pages. A list without items has one page, which is empty. */
export function paginate<Item>(items: readonly Item[], { size }: { readonly size: number }): readonly Pager<Item>[] {
  const total = Math.max(1, Math.ceil(items.length / size))
  return Array.from({ length: total }, (_, index) => ({
    number: index + 1,
    total,
    items: items.slice(index * size, (index + 1) * size),
  }))
}
