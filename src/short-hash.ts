import crypto from 'node:crypto'

/** Sure enough to tell two texts apart, and short enough to keep many: 120 bits. */
export const toShortHash = (text: string): string => hash('sha1', text, 'base64').slice(0, 20)

/** What `crypto.hash` does, which takes a sixth of the time, and which Node has since 20.12. */
export const hash: typeof crypto.hash =
  crypto.hash ??
  ((algorithm: string, data: crypto.BinaryLike, encoding: crypto.BinaryToTextEncoding) =>
    crypto.createHash(algorithm).update(data).digest(encoding))
