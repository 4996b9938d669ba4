import { isMap, isNode, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { TagArchiveError } from '../errors.ts'

/** Keys to write, with their values as YAML on one line; `undefined` takes the key out. */
export type FrontMatterEdits = ReadonlyMap<string, string | undefined>

export interface EditFrontMatterOptions {
  /** For messages. */
  readonly path: string
  /** A key that is new goes below the last one that stands before it here. */
  readonly keyOrder: readonly string[]
  readonly lineEnd: '\n' | '\r\n'
}

/** A stretch of the text to put something else in place of. */
interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Writes single keys into YAML. The `yaml` package tells where each value stands, and the text is changed there and
 * nowhere else; its own `Document.toString` keeps comments too, but rewrites the quotes and indents of the owner.
 */
export function editFrontMatter(yaml: string, edits: FrontMatterEdits, options: EditFrontMatterOptions): string {
  const closed = yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}${options.lineEnd}`
  const pairs = parsePairs(closed, options.path)
  const splices = Array.from(edits).flatMap(([key, value]): Splice[] => {
    const pair = pairs.get(key)
    if (pair !== undefined) return [value === undefined ? removal(closed, pair) : { ...pair, text: `${key}: ${value}` }]
    return value === undefined
      ? []
      : [insertion(closed, pairs, `${key}: ${value}${options.lineEnd}`, key, options.keyOrder)]
  })
  // From the last to the first, so that places stay right; keys new at one place in their order, which is that of `edits`.
  const backwards = splices.reverse().sort((a, b) => b.start - a.start || b.end - a.end)
  return backwards.reduce(
    (text, { start, end, text: inserted }) => text.slice(0, start) + inserted + text.slice(end),
    closed,
  )
}

interface Place {
  readonly start: number
  readonly end: number
}

function parsePairs(yaml: string, path: string): ReadonlyMap<string, Place> {
  const { contents } = parseDocument(yaml)
  if (contents === null) return new Map()
  if (!isMap(contents) || contents.flow === true) {
    throw new TagArchiveError('FRONT_MATTER_BRACES', {
      problem: `The front matter of ${path} stands in braces, and can't be changed key by key.`,
      remedy: 'Write one key a line, without the braces.',
    })
  }
  return new Map(contents.items.flatMap((pair) => placeOf(pair, yaml)))
}

function placeOf({ key, value }: YAMLMap['items'][number] | Pair, yaml: string): [string, Place][] {
  if (!isNode(key) || !key.range) return []
  const start = key.range[0]
  const valueEnd =
    isNode(value) && value.range ? Math.max(value.range[1], yaml.indexOf(':', key.range[1]) + 1) : key.range[1] + 1
  // The range of a block value ends below its last line.
  return [[String(key), { start, end: start + yaml.slice(start, valueEnd).trimEnd().length }]]
}

function removal(yaml: string, { start, end }: Place): Splice {
  const lineEnd = yaml.indexOf('\n', end)
  return { start, end: lineEnd === -1 ? yaml.length : lineEnd + 1, text: '' }
}

function insertion(
  yaml: string,
  pairs: ReadonlyMap<string, Place>,
  text: string,
  key: string,
  order: readonly string[],
): Splice {
  const before = order.slice(0, order.indexOf(key)).findLast((known) => pairs.has(known))
  const place = before === undefined ? undefined : pairs.get(before)
  const at = place === undefined ? yaml.length : yaml.indexOf('\n', place.end) + 1
  return { start: at, end: at, text }
}
