import { listSome, type Problem } from '../errors.ts'
import { decodePercent } from '../markup/decode-percent.ts'
import type { Post } from '../posts/post.ts'
import type { Tag } from './tag-index.ts'
import { parseUrlPath, tagPath, type UrlPath } from './urls.ts'

/** Where the posts and tags of this site stood on the old one. */
export interface OldAddresses {
  /** The new page of an old address, absolute or from the old site's root; `undefined` for all others. */
  readonly find: (url: string) => UrlPath | undefined
  /** All that `find` finds, by what spellings of one address have in common. */
  readonly all: ReadonlyMap<string, UrlPath>
  /** By old path, decoded: what a static host can serve. */
  readonly paths: ReadonlyMap<UrlPath, UrlPath>
  /** By what stands behind the `?`, such as `p=123`: no static host looks at that. */
  readonly queries: ReadonlyMap<string, UrlPath>
  readonly problems: readonly Problem[]
}

export interface OldAddressSource {
  /** Newest first: of two posts with one old address, the newer one gets it. */
  readonly posts: readonly Post[]
  readonly pathOf: (post: Post) => UrlPath
  readonly tags: readonly Tag[]
}

/** Reads the addresses that the posts' sources told: their links, and ids of the old feed that are addresses. */
export function collectOldAddresses({ posts, pathOf, tags }: OldAddressSource): OldAddresses {
  const newPaths = new Map<string, { readonly post: Post; readonly place: OldPlace }>()
  const clashes: Problem[] = []
  for (const post of posts) {
    for (const place of listPlaces(post)) {
      const other = newPaths.get(place.key)
      if (other === undefined) newPaths.set(place.key, { post, place })
      else if (other.post !== post) clashes.push(toClash(place, other.post, post))
    }
  }
  const targets = Array.from(newPaths.values(), ({ post, place }) => ({ place, target: pathOf(post) }))
  const hosts = new Set(targets.map(({ place }) => place.host))
  const served = targets.map(({ place, target }) => ({ place, target, path: place.query ? undefined : toPath(place) }))
  const queries = targets.flatMap(({ place, target }) => (place.query ? [[place.query, target] as const] : []))
  const tagQueries = queries.length === 0 ? [] : tags.map(({ slug }) => [`tag=${slug}`, tagPath(slug)] as const)
  const lost = served.filter(({ place, path }) => place.query === undefined && path === undefined)
  const all = new Map(targets.map(({ place, target }) => [place.key, target]))
  return {
    find: (url) => {
      const place = toPlace(url, url.startsWith('/') ? [...hosts][0] : undefined)
      return place && all.get(place.key)
    },
    all,
    paths: new Map(
      served.flatMap(({ path, target }) => (path === undefined || path === target ? [] : [[path, target] as const])),
    ),
    queries: new Map([...tagQueries, ...queries]),
    problems: [...clashes, ...(lost.length === 0 ? [] : [toLost(lost.map(({ place }) => place))])],
  }
}

/** An address on the old site. */
interface OldPlace {
  /** Equal for all spellings of one address. */
  readonly key: string
  readonly host: string
  readonly path: string
  readonly query?: string | undefined
}

const listPlaces = ({ source, guid }: Post): readonly OldPlace[] =>
  [source?.url, guid].flatMap((url) => (url === undefined ? [] : (toPlace(url) ?? [])))

/** @param host - Of an address from the root. */
function toPlace(address: string, host = 'old.invalid'): OldPlace | undefined {
  const url = URL.canParse(address, `https://${host}`) ? new URL(address, `https://${host}`) : undefined
  const isOurs = address.startsWith('/') ? !address.startsWith('//') : /^https?:/i.test(address)
  if (url === undefined || !isOurs) return undefined
  const site = url.host.replace(/^www\./, '')
  const path = decodePercent(url.pathname).normalize('NFC')
  const query = /(?:^\?|&)((?:p|page_id)=\d+)(?:&|$)/.exec(url.search)?.[1]
  if (/^\/(?:index\.php)?$/.test(path))
    return query === undefined ? undefined : { key: `${site}?${query}`, host: site, path, query }
  return { key: `${site}${path.replace(/(?:\/index\.html?|\/)$/i, '')}`, host: site, path }
}

/** A page below the old path, or the file itself where it names one; a program can't be served. */
function toPath({ path }: OldPlace): UrlPath | undefined {
  const isFile = /\.html?$/i.test(path)
  if (!isFile && /\.\w{2,4}\/?$/.test(path)) return undefined
  try {
    return parseUrlPath(isFile || path.endsWith('/') ? path : `${path}/`, 'an old address')
  } catch {
    return undefined
  }
}

const toClash = ({ key }: OldPlace, kept: Post, other: Post): Problem => ({
  code: 'OLD_ADDRESS_TWICE',
  message: `"${kept.slug}" and "${other.slug}" have one old address, ${key}; it leads to the first.`,
  remedy: 'Take source.url or guid out of the post that did not stand there.',
  severity: 'doubt',
})

function toLost(places: readonly OldPlace[]): Problem {
  const paths = listSome(places.map(({ path }) => path))
  return {
    code: 'OLD_ADDRESS_LOST',
    message: `No static host can serve ${paths}, so who follows an old link there finds nothing.`,
    remedy: 'Nothing to do here; a host that takes redirects from a file can be told: redirects: "file".',
    severity: 'doubt',
  }
}
