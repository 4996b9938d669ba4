import type { Problem } from '../../errors.ts'
import { compareCodePoints } from '../../markup/compare.ts'
import { decodePercent } from '../../markup/decode-percent.ts'
import { countOf } from '../count-of.ts'
import type { SitePage } from './site-page.ts'

/**
 * Links of pages that lead to no file of the site or to no place in a page, and images that are not there.
 *
 * @param files - All that the site has.
 * @param pathPrefix - Under which the site is served; links begin with it.
 */
export function findDeadLinks(
  pages: readonly SitePage[],
  files: readonly string[],
  pathPrefix: string,
): readonly Problem[] {
  const toTarget = createTargetFinder(files, pathPrefix)
  const idsByFile = new Map(pages.map(({ file, ids }) => [file, ids]))
  const dead = new Map<string, { readonly kind: DeadKind; readonly pages: string[] }>()
  const note = (kind: DeadKind, target: string, file: string): void => {
    const known = dead.get(`${kind} ${target}`)
    if (known === undefined) dead.set(`${kind} ${target}`, { kind, pages: [file] })
    else if (known.pages.at(-1) !== file) known.pages.push(file)
  }
  for (const { file, links, images } of pages) {
    for (const link of links) {
      const target = toTarget(link, file)
      if (target === undefined) continue
      if (target.file === undefined) note('link', target.path, file)
      else if (target.anchor !== '' && idsByFile.get(target.file)?.has(target.anchor) === false)
        note('anchor', `${target.path}#${target.anchor}`, file)
    }
    for (const image of images) {
      const target = toTarget(image, file)
      if (target !== undefined && target.file === undefined) note('image', target.path, file)
    }
  }
  return Array.from(dead)
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([key, { kind, pages: linking }]) => toProblem(kind, key.slice(kind.length + 1), linking))
}

type DeadKind = 'link' | 'anchor' | 'image'

interface Target {
  /** From the site's root, decoded. */
  readonly path: string
  /** The file that is served there; absent where there is none. */
  readonly file: string | undefined
  readonly anchor: string
}

/** @returns `undefined` for an address outside the site. */
function createTargetFinder(
  files: readonly string[],
  pathPrefix: string,
): (address: string, page: string) => Target | undefined {
  const known = new Set(files)
  const prefix = `/${pathPrefix}/`.replace(/\/{2,}/g, '/')
  return (address, page) => {
    const base = `http://site.invalid${prefix}${page}`
    const url = URL.canParse(address, base) ? new URL(address, base) : undefined
    if (url?.host !== 'site.invalid') return undefined
    const pathname = decodePercent(url.pathname)
    const place = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : undefined
    const served = [place, place === '' || place?.endsWith('/') ? `${place}index.html` : `${place}/index.html`]
    return {
      path: place === undefined ? pathname : `/${place}`,
      file: place === undefined ? undefined : served.find((file) => file !== undefined && known.has(file)),
      anchor: decodePercent(url.hash.slice(1)),
    }
  }
}

const codes: Readonly<Record<DeadKind, string>> = {
  link: 'LINK_DEAD',
  anchor: 'ANCHOR_MISSING',
  image: 'IMAGE_MISSING',
}

function toProblem(kind: DeadKind, target: string, pages: readonly string[]): Problem {
  const [verb, verbs] = kind === 'image' ? ['shows', 'show'] : ['links to', 'link to']
  const subject =
    pages.length === 1 ? `${pages[0]} ${verb}` : `${pages[0]} and ${countOf(pages.length - 1, 'more page')} ${verbs}`
  return {
    code: codes[kind],
    message: `${subject} ${target}, which is not there.`,
    remedy:
      kind === 'image'
        ? 'Put the image there, or take it out of the post.'
        : 'Mend the link in the post or the template, or add the page.',
    source: { file: pages[0]! },
    severity: 'loss',
  }
}
