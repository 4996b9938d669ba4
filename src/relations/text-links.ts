import { once } from '../once.ts'
import type { Post } from '../posts/post.ts'
import { bySelf, type Memory, noMemory } from './relation-cache.ts'

/** Links to other posts of one that says what it goes on from; with more, a post sums up, or looks back on years. */
const mostLinks = 3

/** The part of a text in which a piece says what it goes on from. */
const openingShare = 1 / 3

/**
 * Finds the posts that a post refers to at its start: "as we told last week".
 *
 * @param posts - All posts of the archive, by place.
 * @returns Places of the posts that are meant, by the place of the post that refers to them.
 */
export function findReferences(posts: readonly Post[], memory: Memory = noMemory): readonly (readonly number[])[] {
  const listed = once(() => listAddresses(posts))
  const findPost = (address: string): number | undefined => {
    const { places, hosts } = listed()
    for (const key of toKeys(address, hosts)) if (places.has(key)) return places.get(key)
    return undefined
  }
  return posts.map((post, place) => {
    const links = recallLinks(post, place, memory)
    const found = new Map<number, boolean>()
    for (const { address, isOpening } of links) {
      const target = findPost(address)
      if (target !== undefined && target !== place && !found.has(target)) found.set(target, isOpening)
    }
    if (found.size > mostLinks) return []
    return [...found].filter(([, isOpening]) => isOpening).map(([target]) => target)
  })
}

export interface TextLink {
  readonly address: string
  /** It stands in the part of the text that says what it goes on from. */
  readonly isOpening: boolean
}

/** The links of a text, which most runs need not read for them. */
export const recallLinks = (post: Post, place: number, memory: Memory): readonly TextLink[] =>
  memory.recall(place, 'links', bySelf, () => listLinks(post.body))

/** Addresses of Markdown's links, and the posts that Jekyll's tag names. */
export function listLinks(body: string): readonly TextLink[] {
  if (!body.includes('](') && !body.includes('post_url')) return []
  return Array.from(body.matchAll(link), (match) => ({
    address: match[1] ?? match[2] ?? match[3]!,
    isOpening: match.index <= body.length * openingShare,
  }))
}

const link =
  /\]\((?:<([^<>\n]{1,500})>|([^\s<>(){}]{1,500}(?:\([^\s()]{0,100}\))?[^\s<>()]{0,100}))|\{%-?\s*post_url\s+([\w./-]{1,200})/g

/** Where posts stand on this site and stood on the old one; hosts of the old one. */
function listAddresses(posts: readonly Post[]) {
  const hosts = new Set(posts.flatMap(({ source }) => readUrl(source?.url)?.host ?? []))
  const places = new Map<string, number>()
  for (const [place, { slug, permalink, source }] of posts.entries()) {
    const addresses = [`/articles/${slug}/`, permalink, source?.url].filter((address) => address !== undefined)
    for (const key of addresses.flatMap((address) => toKeys(address, hosts))) {
      // An address that two posts have means neither.
      places.set(key, places.has(key) && places.get(key) !== place ? -1 : place)
    }
  }
  for (const [key, place] of places) if (place === -1) places.delete(key)
  return { places, hosts }
}

/** So many words name a post wherever the blog stood, and whatever its address was there. */
const wordsOfAnyHost = 3

/** What an address is known by: all of its path, and the part that names a post, if it has words enough to name one. */
function toKeys(address: string, hosts: ReadonlySet<string>): readonly string[] {
  const url = readUrl(address)
  const path = (url === undefined ? address : `${url.pathname}${url.search}`)
    .toLowerCase()
    .replace(/#.*$/, '')
    .replace(/(?:\/|\/index\.\w+|\.html?|\.md)$/, '')
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/^\d{4}-\d\d?-\d\d?-/, '')
  const words = name.split('-').filter((word) => /\p{L}/u.test(word)).length
  const isOurs = url === undefined || hosts.has(url.host)
  return [
    ...(isOurs && path !== '' ? [`path ${path}`] : []),
    ...(words >= (isOurs ? 2 : wordsOfAnyHost) ? [`name ${name}`] : []),
  ]
}

function readUrl(address: string | undefined): URL | undefined {
  return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : undefined
}
