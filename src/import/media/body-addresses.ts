/** An address in a post's Markdown. */
export interface BodyAddress {
  readonly kind: 'image' | 'link'
  readonly address: string
}

/**
 * Where images and links of a body lead: those that say so in place, in its order, then those of labels. Code shows addresses on
 * purpose, and is left out.
 */
export function findBodyAddresses(body: string): readonly BodyAddress[] {
  const found: BodyAddress[] = []
  replaceBodyAddresses(body, (one) => {
    found.push(one)
    return undefined
  })
  return found
}

type ToAddress = (found: BodyAddress) => string | undefined

/** A body with other addresses; those for which `toAddress` gives none stay as they are. */
export const replaceBodyAddresses = (body: string, toAddress: ToAddress): string =>
  replaceOfLabels(replaceInPlace(body, toAddress), toAddress)

function replaceInPlace(body: string, toAddress: ToAddress): string {
  return body.replace(
    codeOrAddress,
    (whole, mark?: string, before = '', inAngles?: string, bare?: string, after = '') => {
      const address = inAngles ?? bare
      if (mark === undefined || address === undefined) return whole
      const next = toAddress({ kind: mark === '!' ? 'image' : 'link', address })
      return next === undefined ? whole : `${mark}${before}${next}${after}`
    },
  )
}

/**
 * What is escaped, code, or the part of an image or link that holds its address: from the "!" of an image (or nothing, for a link around one) to
 * what comes before its closing bracket. An image inside a link is found by its own "![…](", the link by the "](" behind it.
 */
const codeOrAddress =
  /\\.|^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`[^`\n]*`|(!?)((?:\[(?:\\.|[^\][\\\n])*)?\]\()(?:<([^<>\n]+)>|((?:[^\s<>()]|\([^\s<>()]*\))+))((?:[ \t]+"[^"\n]*")?(?=\)))/gm

/** `[phare]: phare.jpg` on a line of its own, which `![Le phare][phare]` shows. */
function replaceOfLabels(body: string, toAddress: ToAddress): string {
  const ofImages = new Set(Array.from(body.matchAll(imageLabel), ([, text = '', label]) => toKey(label || text)))
  return body.replace(codeOrLabel, (whole, before?: string, label?: string, inAngles?: string, bare?: string) => {
    const address = inAngles ?? bare
    if (before === undefined || label === undefined || address === undefined) return whole
    const next = toAddress({ kind: ofImages.has(toKey(label)) ? 'image' : 'link', address })
    return next === undefined ? whole : `${before}${next}`
  })
}

const imageLabel = /\\.|!\[((?:\\.|[^\][\\])*)\](?:\[((?:\\.|[^\][\\])*)\])?/g

/** Labels are one where they differ by case or white space. */
const toKey = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()

/** What is escaped, code, or a label with its address, which a title or the end of the line follows. Footnotes have such lines, too. */
const codeOrLabel =
  /\\.|^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`[^`\n]*`|^( {0,3}\[(?!\^)((?:\\.|[^\][\\\n])+)\]:[ \t]*)(?:<([^<>\n]+)>|([^\s<>]+))(?=[ \t]*$|[ \t]+["'(])/gm
