import { parse } from 'parse5'
import { foldPhrase } from '../fold-text.ts'
import { findAttribute, type HtmlElement, isElement } from '../html-body/html-nodes.ts'
import { decodePage } from './decode-page.ts'
import { elementsBelow, textOf, valuesOf } from './dom.ts'

/** A saved page: its tree, and what its head says. */
export interface ParsedPage {
  readonly body: HtmlElement
  /** `<title>`, on one line. */
  readonly title: string
  /** Contents of `<meta>` by name or property, in lower case; the first of each, but all tags. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  /** Address of the page on the old site, where it tells. */
  readonly address: string | undefined
  /** Resolves a link of the page to an absolute address; `undefined` for scripts, mail, places in this page, and the disk. */
  readonly resolve: (href: string | undefined) => string | undefined
  /** Things that JSON-LD describes. */
  readonly things: readonly LinkedThing[]
  /** `lang` of the page, such as `fr-FR`. */
  readonly lang: string | undefined
}

export type LinkedThing = Readonly<Record<string, unknown>>

export function parsePage(bytes: Uint8Array): ParsedPage {
  const text = decodePage(bytes)
  const document = parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false })
  const elements = [...elementsBelow(document)]
  const root = elements[0]!
  const body = root.childNodes.filter(isElement).find(({ tagName }) => tagName === 'body') ?? root
  const meta = readMeta(elements)
  const base = elements.find(({ tagName }) => tagName === 'base')
  const canonical = elements.find(
    (element) => element.tagName === 'link' && valuesOf(element, 'rel').includes('canonical'),
  )
  const saved = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(text.slice(0, 2000))?.[1]
  const address = [canonical && findAttribute(canonical, 'href'), meta.get('og:url')?.[0], saved].find(isWebAddress)
  const baseAddress = [base && findAttribute(base, 'href'), saved, address].find(isWebAddress)
  return {
    body,
    title: elements.filter(({ tagName }) => tagName === 'title').map(toTitleText)[0] ?? '',
    meta,
    address,
    resolve: (href) => resolveLink(href, baseAddress),
    things: elements.flatMap(readLinkedThings),
    lang: findAttribute(root, 'lang') ?? findAttribute(root, 'xml:lang'),
  }
}

const toTitleText = (element: HtmlElement): string => textOf(element)

const isWebAddress = (url: string | undefined): url is string => url !== undefined && /^https?:\/\/[^/]/i.test(url)

function readMeta(elements: readonly HtmlElement[]): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>()
  for (const element of elements) {
    if (element.tagName !== 'meta') continue
    const name = (findAttribute(element, 'property') ?? findAttribute(element, 'name'))?.toLowerCase()
    const content = findAttribute(element, 'content')
    if (name !== undefined && content !== undefined) meta.set(name, [...(meta.get(name) ?? []), content])
  }
  return meta
}

function resolveLink(href: string | undefined, base: string | undefined): string | undefined {
  if (href === undefined || href.startsWith('#')) return undefined
  try {
    const url = new URL(href, base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
  } catch {
    return undefined
  }
}

/** Hostile data may nest without end; what describes an article lies near the top. */
const deepestThing = 6

function readLinkedThings(element: HtmlElement): readonly LinkedThing[] {
  if (element.tagName !== 'script' || !/ld\+json/i.test(findAttribute(element, 'type') ?? '')) return []
  const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
  try {
    const data: unknown = JSON.parse(text)
    return collectThings(data, 0)
  } catch {
    return []
  }
}

function collectThings(data: unknown, depth: number): readonly LinkedThing[] {
  if (depth > deepestThing) return []
  if (Array.isArray(data)) return data.flatMap((item: unknown) => collectThings(item, depth + 1))
  if (typeof data !== 'object' || data === null) return []
  const thing: LinkedThing = { ...data }
  const inner = ['@graph', 'blogPost', 'blogPosts', 'hasPart', 'mainEntity', 'itemListElement', 'item']
  return [thing, ...inner.flatMap((key) => collectThings(thing[key], depth + 1))]
}

/** Whether a thing is an article: `BlogPosting`, `NewsArticle` and the like. */
export function isArticleThing(thing: LinkedThing): boolean {
  const types = [thing['@type']].flat()
  return types.some((type) => typeof type === 'string' && /(?:article|blogposting|report)$/.test(foldPhrase(type)))
}

/** The texts of a value: a string, a list of them, or things with a name. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return typeof value === 'object' && value !== null && 'name' in value ? textsOf(value.name) : []
}
