import { isWebAddress } from './xml/blog-facts.ts'

/**
 * The path of a page of the old blog, such as `/a-propos/`: pages are linked from menus and from elsewhere by it, and have no
 * better address on the new site. `undefined` for addresses that end in a query, such as `/?page_id=2`.
 */
export function findPagePath(address: string | undefined): string | undefined {
  if (!isWebAddress(address)) return undefined
  const { pathname, search } = new URL(address)
  return search === '' && pathname !== '/' ? pathname : undefined
}
