import { findAttribute, type HtmlElement } from './html-nodes.ts'

/** Gives a link or a picture its absolute address; `undefined` where it has none. */
export type ResolveAddress = (address: string) => string | undefined

/** Where a link leads, if a post may lead there: no scripts, no data. */
export function findTarget(address: string | undefined, resolve: ResolveAddress): string | undefined {
  if (address === undefined) return undefined
  const target = resolve(address) ?? address
  // Browsers ignore white space and control characters in a scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase()
  if (scheme !== undefined && !/^(?:https?|mailto|tel|ftp)$/.test(scheme)) return undefined
  return target.startsWith('//') ? `https:${target}` : target
}

/** The address of a picture: themes that load pictures late keep it beside a placeholder. */
export function findPicture(element: HtmlElement, resolve: ResolveAddress): string | undefined {
  const late = ['data-src', 'data-lazy-src', 'data-original', 'data-orig-file', 'data-large-file'].map((name) =>
    findAttribute(element, name),
  )
  const own = findAttribute(element, 'src')
  const isPlaceholder =
    own === undefined ||
    own.startsWith('data:') ||
    /(?:blank|placeholder|spacer|lazy)[\w-]*\.(?:gif|png|svg)/i.test(own)
  const [address] = [...(isPlaceholder ? late : []), own, ...late].filter((one) => one !== undefined)
  return findTarget(address, resolve)
}

/** An address as a Markdown link holds it. */
export const formatAddress = (address: string): string =>
  address
    .replace(/\s/g, '%20')
    .replace(/[()<>\\{}]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '&amp;')
