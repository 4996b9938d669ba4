import { createHash } from 'node:crypto'

/** Part of a file's address that tells what is in it. */
export const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 10)
