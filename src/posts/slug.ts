import { createHash } from 'node:crypto'
import slugify from 'slugify'
import { TagArchiveError } from '../errors.ts'
import type { Slug } from './post.ts'

export interface SlugOptions {
  /** Language whose words stand for signs: `&` is "et" in `fr`. Default: English words. */
  readonly lang?: string | undefined
  /** Longest slug, in characters; it ends at a word where it can. Default 80. */
  readonly maxLength?: number | undefined
}

/**
 * The URL part for a title or a tag: `L’été à Paris` → `l-ete-a-paris`, `C++` → `cpp`, `C#` → `c-sharp`.
 *
 * Never empty, and never the same for two texts only because their script is unknown: a text with letters that have no
 * Latin form (東京), or with nothing but signs (🎉), gets a short hash of itself.
 */
export function toSlug(text: string, { lang, maxLength = 80 }: SlugOptions = {}): Slug {
  if (text.length <= maxLength && finished.test(text)) return text as Slug
  const plain = text.toWellFormed().normalize('NFKC').toLowerCase()
  const characters = Array.from((nameSigns(plain).match(word) ?? []).join(' '))
  const latin = characters.map((character) => toLatin(character, lang))
  const isLossy = latin.some((found, index) => found === '' && isLetter.test(characters[index]!))
  const base = limitAtWord(
    latin
      .join('')
      .match(/[a-z0-9]+/g)
      ?.join('-') ?? '',
    maxLength,
  )
  if (base !== '' && !isLossy) return base as Slug
  const hash = `x${createHash('sha256').update(plain.trim()).digest('hex').slice(0, 8)}`
  return (base === '' ? hash : `${limitAtWord(base, maxLength - hash.length - 1)}-${hash}`) as Slug
}

/**
 * A slug that the owner wrote.
 *
 * @param where - The file and key, for the message.
 * @throws {TagArchiveError} `SLUG_INVALID` for anything but lower-case Latin letters, digits, and `-`, `_`, `.`, `~` between them.
 */
export function parseSlug(text: string, where: string): Slug {
  if (/^[a-z0-9]+(?:[-_.~]+[a-z0-9]+)*$/.test(text)) return text as Slug
  throw new TagArchiveError('SLUG_INVALID', {
    problem: `${where} is ${JSON.stringify(text)}, which can't be part of an address.`,
    remedy: `Use lower-case letters without accents, digits and hyphens, such as "${toSlug(text)}".`,
  })
}

/** What comes out unchanged; most files of `posts/` are named so, and asking is cheap. */
const finished = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const word = /[\p{L}\p{M}\p{N}]+|[\p{Sc}&%♥]/gu
const isLetter = /[\p{L}\p{N}]/u

/** Signs that carry the meaning of a name (C++, C#, Canal+, .NET), and apostrophes that don't part two words (don’t). */
const nameSigns = (text: string): string =>
  text
    .replace(/(?<![\p{L}\p{N}])([\p{L}])\+\+(?![\p{L}\p{N}])/gu, '$1pp')
    .replace(/(?<![\p{L}\p{N}])([\p{L}])[#♯](?![\p{L}\p{N}])/gu, '$1-sharp')
    .replace(/(?<=[\p{L}\p{N}])\+(?![\p{L}\p{N}])/gu, ' plus ')
    .replace(/(?<![^\s(«"“])\.(?=\p{L})/gu, 'dot ')
    .replace(/(?<=\p{L})['’](?=(?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}]))/gu, '')

/** `slugify` character by character, so that what it doesn't know is seen; then without accents; then nothing. */
function toLatin(character: string, lang: string | undefined): string {
  if (/[a-z0-9 ]/.test(character)) return character
  const settings = { lower: true, strict: true, ...(lang === undefined ? {} : { locale: lang.slice(0, 2) }) }
  return slugify(character, settings) || slugify(withoutAccents(character), settings)
}

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '')

function limitAtWord(slug: string, maxLength: number): string {
  if (slug.length <= maxLength) return slug
  const cut = slug.slice(0, maxLength + 1).lastIndexOf('-')
  return cut > 0 ? slug.slice(0, cut) : slug.slice(0, maxLength)
}
