import { isPlainScalar } from './plain-front-matter.ts'

/** A text as YAML, on one line: bare where every YAML reads it as this text, else in double quotes. */
export function formatText(text: string): string {
  return isPlainScalar(text) ? text : JSON.stringify(text).replace(notPrintable, escapeUnit)
}

/** `[a, "b: c"]` */
export const formatList = (texts: readonly string[]): string => `[${texts.map(formatText).join(', ')}]`

/** `{ file: a.txt, position: 1 }`, without the keys that have no value. */
export function formatMap(entries: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${typeof value === 'number' ? value : formatText(value)}`],
  )
  return `{ ${pairs.join(', ')} }`
}

/** What YAML doesn't count as printable or takes for a line end, and JSON leaves as it is. */
const notPrintable = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
