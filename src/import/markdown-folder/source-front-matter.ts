import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { toReason } from '../../errors.ts'

/** Front matter of another engine, as data, and the text below it. */
export interface SourceFrontMatter {
  readonly fields: ReadonlyMap<string, unknown>
  readonly body: string
}

/** Front matter that is there and can't be read. */
export interface FrontMatterFailure {
  readonly failure: string
}

interface Notation {
  readonly opening: RegExp
  readonly closing: RegExp
  readonly parse: (text: string) => unknown
}

/** YAML's core schema leaves a date as it is written, and knows no functions. */
const readYaml = (text: string): unknown => parseYaml(text, { schema: 'core', maxAliasCount: 100, logLevel: 'silent' })
const readJson = (text: string): unknown => JSON.parse(text)

const notations: readonly Notation[] = [
  { opening: /^---(?:yaml)?[ \t]*\n/, closing: /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m, parse: readYaml },
  { opening: /^---json[ \t]*\n/, closing: /^---[ \t]*(?:\n|$)/m, parse: readJson },
  { opening: /^(?:\+\+\+|---toml)[ \t]*\n/, closing: /^(?:\+\+\+|---)[ \t]*(?:\n|$)/m, parse: parseToml },
  // Hexo: the inside of a JSON object.
  { opening: /^;;;[ \t]*\n/, closing: /^;;;[ \t]*(?:\n|$)/m, parse: (text) => readJson(`{${text}}`) },
]

/**
 * Reads the front matter of Jekyll, Hugo, Hexo and Eleventy: YAML, TOML or JSON. `---js`, which would have to be run, is none.
 *
 * @param text - With `\n` at the ends of lines, without byte order mark.
 * @returns `undefined` where there is none.
 */
export function readSourceFrontMatter(text: string): SourceFrontMatter | FrontMatterFailure | undefined {
  if (text.startsWith('{')) return readObject(text)
  if (/^---(?:js|javascript|coffee)[ \t]*\n/.test(text)) return { failure: 'is a program, and programs are never run' }
  for (const { opening, closing, parse } of notations) {
    const open = opening.exec(text)
    if (!open) continue
    const rest = text.slice(open[0].length)
    const close = closing.exec(rest)
    if (!close) return { failure: 'has no end' }
    return toFrontMatter(() => parse(rest.slice(0, close.index)), rest.slice(close.index + close[0].length))
  }
  return undefined
}

/** Hugo's JSON: an object from the first character on, and the text after it. */
function readObject(text: string): SourceFrontMatter | FrontMatterFailure | undefined {
  const end = /^\}[ \t]*(?:\n|$)/m.exec(text)
  return end
    ? toFrontMatter(() => readJson(text.slice(0, end.index + 1)), text.slice(end.index + end[0].length))
    : undefined
}

function toFrontMatter(parse: () => unknown, body: string): SourceFrontMatter | FrontMatterFailure {
  try {
    const data = parse()
    if (data === null || data === undefined) return { fields: new Map(), body }
    if (typeof data !== 'object' || Array.isArray(data)) return { failure: 'is not a list of keys and values' }
    return { fields: new Map(Object.entries(data)), body }
  } catch (error) {
    return { failure: `can't be read: ${toReason(error).split('\n')[0]}` }
  }
}
