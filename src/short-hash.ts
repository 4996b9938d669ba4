import { createHash } from 'node:crypto'

/** Sure enough to tell two texts apart, and short enough to keep many: 120 bits. */
export const toShortHash = (text: string): string => createHash('sha1').update(text).digest('base64').slice(0, 20)
