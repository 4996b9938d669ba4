/**
 * A text as it is compared with another print of itself: letters and digits only, without case, accents, ligatures,
 * entities, spaces and punctuation. `RÉSEAUX : l’&eacute;té` and `Reseaux l'été` are one.
 */
export const foldText = (text: string): string =>
  decodeEntities(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * A line as phrases are looked up in it: accents and case folded, any apostrophe `'`, any space ` `.
 *
 * Character by character, so that a place in the result is the same place in `line`.
 */
export const foldPhrase = (line: string): string =>
  line.replace(/[A-Z\u0080-\uffff\s]/g, (character) => {
    if (/\s/.test(character)) return ' '
    if (character === '’' || character === '‘' || character === 'ʼ') return "'"
    const base = character.normalize('NFD').charAt(0).toLowerCase()
    return base.length === 1 ? base : character
  })

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  euro: '€',
}
const accentEntity = /&([a-z])(?:acute|grave|circ|uml|cedil|tilde|ring|slash);/gi

/** Entities that themes leave in titles; letters with an accent come back without it, which is all that folding needs. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text
    .replace(accentEntity, '$1')
    .replace(/&#(\d{1,6});/g, (entity, code) => toCharacter(Number(code), entity))
    .replace(/&#x([0-9a-f]{1,5});/gi, (entity, code) => toCharacter(Number.parseInt(code, 16), entity))
    .replace(/&([a-z]{2,6});/gi, (entity, name: string) => namedEntities[name.toLowerCase()] ?? entity)
}

const toCharacter = (code: number, fallback: string): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : fallback

/** Whether a text shows an entity as its source wrote it, such as `R&amp;D`. */
export const hasEntity = (text: string): boolean => /&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});/i.test(text)
