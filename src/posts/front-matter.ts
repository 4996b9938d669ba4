import type { Node } from 'yaml'
import { shorten, TagArchiveError } from '../errors.ts'
import { lazyPackage } from '../lazy-package.ts'
import { readPlainFrontMatter } from './plain-front-matter.ts'

const yamlPackage = lazyPackage<typeof import('yaml')>('yaml')

/** A file of `posts/`, cut in two. `head + yaml + fence + rest` is the file, byte for byte. */
export interface SplitFile {
  /** The opening `---` with its line end, after a byte order mark if there is one. */
  readonly head: string
  readonly yaml: string
  /** The closing `---` with its line end. */
  readonly fence: string
  readonly rest: string
}

/**
 * A value of front matter. Scalars are their text (`1984`, `true`), so that a title may be a number and a day stays
 * what was written; what YAML calls null is absent.
 */
export type FrontMatterValue = string | readonly FrontMatterValue[] | FrontMatter
export type FrontMatter = ReadonlyMap<string, FrontMatterValue>

/**
 * Cuts a file at the `---` lines. By hand: no library's engines, so `---js` is never run.
 *
 * @throws {TagArchiveError} `FRONT_MATTER_MISSING`, `FRONT_MATTER_UNCLOSED`, `FRONT_MATTER_KIND`.
 */
export function splitFrontMatter(text: string, path: string): SplitFile {
  const opening = /^\uFEFF?---([^\r\n]*)(?:\r\n|\n|$)/.exec(text)
  if (opening === null) {
    throw new TagArchiveError('FRONT_MATTER_MISSING', {
      problem: `${path} does not begin with front matter.`,
      remedy: 'Begin it with a line "---", a line "title: …" and a line "---".',
    })
  }
  if (opening[1]!.trim() !== '') {
    throw new TagArchiveError('FRONT_MATTER_KIND', {
      problem: `${path} begins with ${shorten(`---${opening[1]!.trim()}`)}; only YAML is read, and nothing is run.`,
      remedy: 'Write the front matter as YAML between two lines "---".',
    })
  }
  const head = opening[0]
  const closing = /^---[ \t]*(?:\r\n|\n|$)/m.exec(text.slice(head.length))
  if (closing === null) {
    throw new TagArchiveError('FRONT_MATTER_UNCLOSED', {
      problem: `The front matter of ${path} has no end.`,
      remedy: 'Put a line "---" after its last key.',
    })
  }
  const end = head.length + closing.index
  const rest = text.slice(end + closing[0].length)
  return { head, yaml: text.slice(head.length, end), fence: closing[0], rest }
}

/**
 * Reads YAML front matter (1.2, core schema).
 *
 * @throws {TagArchiveError} `FRONT_MATTER_SYNTAX` with the line, `FRONT_MATTER_SHAPE` where it isn't a list of keys.
 */
export function parseFrontMatter(yaml: string, path: string): FrontMatter {
  return readPlainFrontMatter(yaml) ?? parseYamlFrontMatter(yaml, path)
}

/** The same by the `yaml` package alone. */
export function parseYamlFrontMatter(yaml: string, path: string): FrontMatter {
  const document = yamlPackage().parseDocument(yaml, { prettyErrors: true })
  const error = document.errors[0]
  if (error !== undefined) {
    throw new TagArchiveError('FRONT_MATTER_SYNTAX', {
      problem: `${path}, line ${1 + (error.linePos?.[0].line ?? 1)}: ${error.message.split('\n')[0]!.replace(/ at line.*$/, '')}.`,
      remedy:
        error.code === 'DUPLICATE_KEY'
          ? 'Remove one of the two lines with this key.'
          : 'Put values that hold ": ", "#", quotes or brackets between double quotes.',
      cause: error,
    })
  }
  const value = toValue(document.contents, path) ?? new Map()
  if (value instanceof Map) return value
  throw new TagArchiveError('FRONT_MATTER_SHAPE', {
    problem: `The front matter of ${path} is not a list of keys and values.`,
    remedy: 'Write lines such as "title: …".',
  })
}

function toValue(node: Node | null, path: string): FrontMatterValue | undefined {
  const { isMap, isScalar, isSeq } = yamlPackage()
  if (isScalar(node)) return toText(node)
  if (isSeq<Node>(node)) return node.items.map((item) => toValue(item, path)).filter((item) => item !== undefined)
  if (isMap<Node, Node | null>(node)) {
    const entries = node.items.map(({ key, value }) => [String(toValue(key, path)), toValue(value, path)] as const)
    return new Map(entries.filter((entry): entry is readonly [string, FrontMatterValue] => entry[1] !== undefined))
  }
  if (node === null) return undefined
  throw new TagArchiveError('FRONT_MATTER_ALIAS', {
    problem: `The front matter of ${path} refers to another value by an alias (*name).`,
    remedy: 'Write the value out.',
  })
}

const toText = ({ value, source }: { value: unknown; source?: string | undefined }): string | undefined => {
  if (value === null || value === undefined) return undefined
  return typeof value === 'string' ? value : (source ?? String(value))
}
