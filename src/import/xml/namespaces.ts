/** Addresses of namespaces by the prefixes that a file gives them; the one without a prefix under the empty text. */
export type Prefixes = ReadonlyMap<string, string>

/** The prefixes in an element: those of its parent, and those that it declares. */
export function declarePrefixes(attributes: ReadonlyMap<string, string>, outer: Prefixes): Prefixes {
  const own = Array.from(attributes)
    .filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
    .map(([name, address]) => [name.slice(6), address] as const)
  return own.length === 0 ? outer : new Map([...outer, ...own])
}

/**
 * An element's name with the usual prefix of its namespace. Files may call it otherwise; a prefix that they forget to
 * declare is meant as everyone uses it.
 */
export function toUsualName(name: string, prefixes: Prefixes): string {
  const colon = name.indexOf(':')
  const prefix = name.slice(0, Math.max(0, colon))
  const local = name.slice(colon + 1)
  const address = prefixes.get(prefix)
  if (address === undefined) return name
  const usual = usualPrefixes.find(([pattern]) => pattern.test(address))?.[1]
  if (usual !== undefined) return `${usual}:${local}`
  // `<atom:link rel="self">` in RSS is no `<link>`; files that are Atom themselves seldom write a prefix.
  return bareNamespaces.test(address) && !(prefix !== '' && isAtom.test(address)) ? local : name
}

/** Of several patterns, the first that fits. */
const usualPrefixes: readonly (readonly [RegExp, string])[] = [
  [/wordpress\.org\/export\/[\d.]+\/excerpt/i, 'excerpt'],
  [/wordpress\.org\/export\//i, 'wp'],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/purl\.org\/dc\/elements/i, 'dc'],
  [/purl\.org\/dc\/terms/i, 'dcterms'],
  [/w3\.org\/1999\/02\/22-rdf/i, 'rdf'],
  [/w3\.org\/1999\/xhtml/i, 'xhtml'],
  [/schemas\.google\.com\/blogger\//i, 'blogger'],
  [/purl\.org\/atom\/app|w3\.org\/2007\/app/i, 'app'],
]

const isAtom = /w3\.org\/2005\/atom|purl\.org\/atom\/ns#/i

/** Formats whose own elements are written without a prefix here: RSS 0.9 to 2.0, Atom 0.3 and 1.0. */
const bareNamespaces =
  /w3\.org\/2005\/atom|purl\.org\/atom\/ns#|purl\.org\/rss\/1\.0\/$|my\.netscape\.com\/rdf|backend\.userland\.com|purl\.org\/net\/rss1\.1/i
