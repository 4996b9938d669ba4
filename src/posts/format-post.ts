import { toDateFields } from './date-fields.ts'
import { editFrontMatter, type FrontMatterEdits } from './edit-front-matter.ts'
import { formatList, formatMap, formatText } from './format-front-matter.ts'
import { splitFrontMatter } from './front-matter.ts'
import { normaliseBody } from './parse-post.ts'
import type { Post } from './post.ts'

export interface FormatPostOptions {
  /** Path of the file in its folder: a slug that the path tells already isn't written. */
  readonly path: string
  /** The site's, IANA: times are written with its offset. */
  readonly timeZone: string
}

/** What an import knows of a post, and may therefore write into a file again. */
export type ImportedField = 'title' | 'date' | 'tags' | 'lang' | 'source' | 'guid' | 'body'

/** A new file of `posts/`. */
export function formatPost(post: Post, options: FormatPostOptions): string {
  const lines = Array.from(toFrontMatter(post, options)).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}\n`],
  )
  return `---\n${lines.join('')}---\n${formatBody(post.body)}`
}

/**
 * A file of `posts/` with some fields of `post` written into it. Every other line stays byte for byte: comments,
 * unknown keys, their order and their form, and the body unless it is one of the fields.
 */
export function editPost(
  text: string,
  post: Post,
  fields: ReadonlySet<ImportedField>,
  options: FormatPostOptions,
): string {
  const { head, yaml, fence, rest } = splitFrontMatter(text, options.path)
  const keys = new Set(Array.from(fields).flatMap((field) => keysOfField[field]))
  const edits: FrontMatterEdits = new Map(Array.from(toFrontMatter(post, options)).filter(([key]) => keys.has(key)))
  const lineEnd = head.endsWith('\r\n') ? '\r\n' : '\n'
  const editedYaml = edits.size === 0 ? yaml : editFrontMatter(yaml, edits, { path: options.path, keyOrder, lineEnd })
  const body = fields.has('body') ? formatBody(post.body).replaceAll('\n', lineEnd) : rest
  return `${head}${editedYaml}${fence.replace(/[\r\n]*$/, lineEnd)}${body}`
}

/** Each key of the public contract with its value as YAML, in the order in which files hold them. */
function toFrontMatter(post: Post, { path, timeZone }: FormatPostOptions): FrontMatterEdits {
  const date = toDateFields(post.date, timeZone)
  const { duplicateOf, followUpTo, notRelatedTo } = post.relations
  return new Map([
    ['id', formatText(post.id)],
    ['slug', path === `${post.slug}.md` ? undefined : formatText(post.slug)],
    ['title', formatText(post.title)],
    ['date', date.date],
    ['dateEarliest', date.dateEarliest],
    ['dateLatest', date.dateLatest],
    ['dateEvidence', formatOptional(date.dateEvidence)],
    ['tags', formatList(post.tags)],
    ['categories', formatOptionalList(post.categories ?? [])],
    ['lang', formatText(post.lang)],
    ['source', post.source === undefined ? undefined : formatMap(post.source)],
    ['guid', formatOptional(post.guid)],
    ['truncated', formatFlag(post.isTruncated)],
    ['duplicateOf', formatOptional(duplicateOf)],
    ['followUpTo', formatOptional(followUpTo)],
    ['notRelatedTo', formatOptionalList(notRelatedTo)],
    ['feedId', formatOptional(post.feedId)],
    ['draft', formatFlag(post.isDraft)],
    ['permalink', formatOptional(post.permalink)],
    ['updated', post.updated],
    ['author', formatOptional(post.author)],
    ['description', formatOptional(post.description)],
    ['keep', formatOptionalList(post.keep ?? [])],
  ])
}

const keysOfField: Readonly<Record<ImportedField, readonly string[]>> = {
  title: ['title'],
  date: ['date', 'dateEarliest', 'dateLatest', 'dateEvidence'],
  tags: ['tags'],
  lang: ['lang'],
  source: ['source'],
  guid: ['guid'],
  body: ['truncated'],
}

const keyOrder: readonly string[] = [
  ...['id', 'slug', 'title', 'date', 'dateEarliest', 'dateLatest', 'dateEvidence', 'tags', 'lang', 'source', 'guid'],
  'truncated',
]

const formatOptional = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : formatText(text)
const formatFlag = (flag: boolean): string | undefined => (flag ? 'true' : undefined)
const formatOptionalList = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : formatList(texts)

function formatBody(body: string): string {
  const normal = normaliseBody(body)
  return normal === '' ? '' : `\n${normal}\n`
}
