import { decodePercent } from '../markup/decode-percent.ts'

/**
 * A path on this site as a static host serves it, such as `/2010/07/08/bonjour/`: percent-escapes decoded, accents in one
 * form; `undefined` for what none could serve.
 */
export function toServedPath(text: string): string | undefined {
  const path = decodePercent(text)
  const isServed = /^\/(?:[^/\\?#%:*"<>|\p{C}]+\/)*(?:[^/\\?#%:*"<>|\p{C}]+\.[a-z0-9]+)?$/u.test(path)
  return isServed && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(path) ? path.normalize('NFC') : undefined
}
