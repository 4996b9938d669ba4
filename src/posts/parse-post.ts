import { parseDay } from '../calendar/day.ts'
import { type Problem, TagArchiveError } from '../errors.ts'
import { hasBoundsLeft, parseDateFields, parseTime } from './date-fields.ts'
import { parseFrontMatter, splitFrontMatter } from './front-matter.ts'
import { type FrontMatterFields, toFields } from './front-matter-fields.ts'
import { findOddKeys, readDraft, toKeyProblems } from './odd-keys.ts'
import { toServedPath } from './permalink.ts'
import type { Post, PostId, Slug } from './post.ts'
import { parsePostId, toPostIdOfFile } from './post-id.ts'
import { parseSlug, toSlug } from './slug.ts'

export interface ParsePostOptions {
  /** Path of the file in its folder, such as `bonjour.md`. */
  readonly path: string
  /** The site's, IANA: the day of a post is the day there. */
  readonly timeZone: string
  /** Language of a post that names none. Default `fr`. */
  readonly lang?: string | undefined
}

export interface ParsedPost {
  readonly post: Post
  /** What was understood, but a person should look at. */
  readonly problems: readonly Problem[]
}

/**
 * Reads a file of `posts/`. Only `title` is needed: a missing slug is the file's name, a missing id follows from it.
 *
 * @throws {TagArchiveError} that names the file and the key, where a value can't be what the key asks for.
 */
export function parsePost(text: string, { path, timeZone, lang = 'fr' }: ParsePostOptions): ParsedPost {
  const { yaml, rest } = splitFrontMatter(text, path)
  const fields = toFields(parseFrontMatter(yaml, path), path)
  const date = parseDateFields(fields, timeZone)
  const oddKeys = findOddKeys(fields)
  const post: Post = {
    id: readId(fields, path),
    slug: readSlug(fields, 'slug', path) ?? toSlugOfFile(path),
    title: readTitle(fields, path),
    date,
    tags: fields.list('tags'),
    lang: readLang(fields) ?? lang,
    body: normaliseBody(rest),
    source: readSource(fields),
    isDraft: readDraft(fields, oddKeys),
    isTruncated: fields.flag('truncated'),
    relations: {
      duplicateOf: readSlug(fields, 'duplicateOf', path),
      followUpTo: readSlug(fields, 'followUpTo', path),
      notRelatedTo: fields.list('notRelatedTo').map((slug) => parseSlug(slug, `${path}: "notRelatedTo"`)),
    },
    guid: fields.text('guid'),
    feedId: fields.text('feedId'),
    permalink: readPermalink(fields),
    updated: readUpdated(fields, timeZone),
    author: fields.text('author'),
    description: fields.text('description'),
    keep: fields.list('keep'),
  }
  const problems = toKeyProblems(oddKeys, path)
  return { post, problems: hasBoundsLeft(fields, date) ? [...problems, boundsLeftBehind(path)] : problems }
}

/** The slug of a file that names none. */
export const toSlugOfFile = (path: string): Slug => toSlug(path.replace(/\.md$/, ''), { maxLength: 200 })

/** A body without the blank lines around it, with `\n` at the ends of lines. */
export const normaliseBody = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()

function readId(fields: FrontMatterFields, path: string): PostId {
  const text = fields.text('id')
  const id = text === undefined ? toPostIdOfFile(path) : parsePostId(text)
  if (id === undefined) throw fields.invalid('id', 'an id without spaces, at most 200 characters long')
  return id
}

function readTitle(fields: FrontMatterFields, path: string): string {
  const title = fields.text('title')
  if (title !== undefined && title.trim() !== '') return title
  throw new TagArchiveError('TITLE_MISSING', {
    problem: `${path} has no title.`,
    remedy: 'Add a line "title: …" to its front matter.',
  })
}

function readSlug(fields: FrontMatterFields, key: string, path: string): Slug | undefined {
  const text = fields.text(key)
  return text === undefined ? undefined : parseSlug(text, `${path}: "${key}"`)
}

function readLang(fields: FrontMatterFields): string | undefined {
  const lang = fields.text('lang')
  if (lang !== undefined && !/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(lang))
    throw fields.invalid('lang', 'a language such as fr')
  return lang
}

function readSource(fields: FrontMatterFields): Post['source'] {
  const source = fields.map('source')
  if (source === undefined) return undefined
  const position = source.text('position')
  if (position !== undefined && !/^\d{1,15}$/.test(position)) throw source.invalid('position', 'a whole number')
  return {
    file: source.text('file'),
    position: position === undefined ? undefined : Number(position),
    url: source.text('url'),
  }
}

function readPermalink(fields: FrontMatterFields): string | undefined {
  const permalink = fields.text('permalink')
  if (permalink !== undefined && toServedPath(permalink) === undefined) {
    throw fields.invalid('permalink', 'a path that begins and ends with "/", such as /2010/07/08/bonjour/')
  }
  return permalink
}

function readUpdated(fields: FrontMatterFields, timeZone: string): string | undefined {
  const text = fields.text('updated')?.trim()
  if (text === undefined || parseDay(text) !== undefined) return text
  const moment = parseTime(text, timeZone)
  if (moment === undefined) throw fields.invalid('updated', 'a day such as 2023-11-29, or a time')
  return moment.toISO({ suppressMilliseconds: true })
}

const boundsLeftBehind = (path: string): Problem => ({
  code: 'DATE_OUTSIDE_BOUNDS',
  message: `${path}: "date" doesn't go with the bounds beside it, and was taken as certain.`,
  remedy: 'Remove "dateEarliest", "dateLatest" and "dateEvidence" if the date is known.',
  source: { file: path },
  severity: 'doubt',
})
