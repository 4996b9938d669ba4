/** An address in a post's Markdown. */
export interface BodyAddress {
  readonly kind: 'image' | 'link'
  readonly address: string
}

/** Where images and links of a body lead, in its order. Code shows addresses on purpose, and is left out. */
export function findBodyAddresses(body: string): readonly BodyAddress[] {
  const found: BodyAddress[] = []
  replaceBodyAddresses(body, (one) => {
    found.push(one)
    return undefined
  })
  return found
}

/** A body with other addresses; those for which `toAddress` gives none stay as they are. */
export function replaceBodyAddresses(body: string, toAddress: (found: BodyAddress) => string | undefined): string {
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
 * Code, or the part of an image or link that holds its address: from the "!" of an image (or nothing, for a link around one) to
 * what comes before its closing bracket. An image inside a link is found by its own "![…](", the link by the "](" behind it.
 */
const codeOrAddress =
  /^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`[^`\n]*`|(!?)((?:\[(?:\\.|[^\][\\\n])*)?\]\()(?:<([^<>\n]+)>|((?:[^\s<>()]|\([^\s<>()]*\))+))((?:[ \t]+"[^"\n]*")?(?=\)))/gm
