import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { TagArchiveError } from '../errors.ts'
import { toShortHash } from '../short-hash.ts'
import { splitFrontMatter } from './front-matter.ts'
import { normaliseBody } from './parse-post.ts'
import type { Post } from './post.ts'

/** All of a post but its text. */
export type PostFields = Omit<Post, 'body'>

/** What was found out about a text, by name; JSON. */
export type TextFacts = { [name: string]: unknown }

/** Where a text is: here, or in a file that an earlier build has read, and found facts about. */
export interface TextSource {
  readonly facts: TextFacts
  readonly body?: string | undefined
  readonly file?: string | undefined
}

/**
 * The text of a post. Most of a build asks no more of it than what an earlier build found out: so where a file hasn't changed, it is read
 * when somebody renders or compares its text, and not before.
 */
export class PostText implements TextSource {
  readonly facts: TextFacts
  readonly file: string | undefined
  #body: string | undefined

  constructor({ facts, body, file }: TextSource) {
    this.facts = facts
    this.file = file
    this.#body = body
  }

  /** @throws {TagArchiveError} `POST_CHANGED` where the file has another text by now. */
  read(): string {
    this.#body ??= readAgain(this.file!, this.facts)
    return this.#body
  }

  /** `undefined` where nobody has read it. */
  get bodyIfRead(): string | undefined {
    return this.#body
  }

  /** @returns What was found out, or is now. */
  findFact(name: string, find: (body: string) => unknown): unknown {
    if (!(name in this.facts)) this.facts[name] = find(this.read())
    return this.facts[name]
  }
}

function readAgain(file: string, { digest }: TextFacts): string {
  const body = tryToRead(file)
  if (body !== undefined && digestText(body) === digest) return body
  throw new TagArchiveError('POST_CHANGED', {
    problem: `${file} was changed while the site was built.`,
    remedy: 'Build again.',
  })
}

function tryToRead(file: string): string | undefined {
  try {
    return normaliseBody(splitFrontMatter(readFileSync(file, 'utf8'), file).rest)
  } catch {
    return undefined
  }
}

/** Of a post what others don't see, and copies don't have. */
interface Hidden {
  readonly text: PostText
  /** Of its fields, see `markOf`; where somebody has asked for it. */
  mark?: string | undefined
}

const hidden: unique symbol = Symbol('text')

type PostWithHidden = Post & { readonly [hidden]?: Hidden }

const hide = (post: Post, value: Hidden): Post => Object.defineProperty(post, hidden, { value })

function hiddenOf(post: PostWithHidden): Hidden {
  const known = post[hidden]
  if (known !== undefined) return known
  const made = { text: new PostText({ body: post.body, facts: {} }) }
  hide(post, made)
  return made
}

export const textOf = (post: Post): PostText => hiddenOf(post).text

/**
 * Makes a post of its fields, which become it: a copy of thousands takes its time. A text that was not read yet is read when somebody asks the post for
 * it. Whatever copies all of its properties does; `withFields` doesn't.
 *
 * @param mark - Of the fields, where it is known.
 */
export function toPost(fields: PostFields, text: PostText, mark?: string): Post {
  const body = text.bodyIfRead
  const post = Object.defineProperty(
    fields,
    'body',
    body === undefined ? bodyOfText : { enumerable: true, value: body },
  )
  return hide(post as Post, { text, mark })
}

/** One for all: objects with a getter of their own each are slow. */
const bodyOfText = {
  enumerable: true,
  get(this: Post): string {
    return textOf(this).read()
  },
}

export function fieldsOf(post: Post): PostFields {
  if (textOf(post).bodyIfRead === undefined) {
    // Without a look at the text, which would read it.
    return Object.fromEntries(
      Object.keys(post).flatMap((key) => (key === 'body' ? [] : [[key, post[key as keyof PostFields]]])),
    ) as unknown as PostFields
  }
  const { body: _, ...fields } = post
  return fields
}

/** The same text with something else changed. */
export const withFields = (post: Post, changed: Partial<PostFields>): Post =>
  toPost({ ...fieldsOf(post), ...changed }, textOf(post))

/** Posts on their way to another thread: a structured clone of all would take longer. */
export interface PackedPosts {
  /** But for the texts that were read. */
  readonly json: string
  readonly bodies: readonly (string | undefined)[]
}

interface PackedPost {
  readonly fields: PostFields
  readonly source: Omit<TextSource, 'body'>
}

export function packPosts(posts: readonly Post[]): PackedPosts {
  const packed = posts.map((post): PackedPost => {
    // Either thread asks for it: so it is found out once.
    digestOf(post)
    const { facts, file } = textOf(post)
    return { fields: fieldsOf(post), source: { facts, file } }
  })
  return { json: JSON.stringify(packed), bodies: posts.map((post) => textOf(post).bodyIfRead) }
}

export function unpackPosts({ json, bodies }: PackedPosts): readonly Post[] {
  const packed: readonly PackedPost[] = JSON.parse(json)
  return packed.map(({ fields, source }, at) => toPost(fields, new PostText({ ...source, body: bodies[at] })))
}

/**
 * What follows from a text alone, and need not be found out again by later builds.
 *
 * @param name - Another one for each.
 * @param find - Gives what JSON keeps as it is.
 */
export function textFact<Value>(name: string, find: (body: string) => Value): (post: Post) => Value {
  return (post) => textOf(post).findFact(name, find) as Value
}

/** Names a text by all of it; 28 characters of ASCII. */
export const digestOf: (post: Post) => string = textFact('digest', digestText)

/** Names a post by all that it says: its fields, then its text. 48 characters of ASCII. */
export const markOf = (post: Post): string => `${markOfFields(post)}${digestOf(post)}`

/** The first 20 of these. */
export function markOfFields(post: Post): string {
  const known = hiddenOf(post)
  known.mark ??= toShortHash(JSON.stringify(fieldsOf(post)))
  return known.mark
}

export const markLength = 48
export const markOfFieldsLength = 20

export const lengthOf: (post: Post) => number = textFact('length', ({ length }) => length)

/** In UTF-16, as it is in memory: that takes half the time of UTF-8. */
function digestText(body: string): string {
  return createHash('sha256').update(body, 'utf16le').digest('base64url').slice(0, 28)
}
