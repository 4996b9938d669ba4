import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { TagArchiveError } from '../errors.ts'
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

  toSource(): TextSource {
    return this.#body === undefined ? { facts: this.facts, file: this.file } : { facts: this.facts, body: this.#body }
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

const texts = new WeakMap<Post, PostText>()
const fieldsOfUnread = new WeakMap<Post, PostFields>()

export function textOf(post: Post): PostText {
  const known = texts.get(post)
  if (known !== undefined) return known
  const text = new PostText({ body: post.body, facts: {} })
  texts.set(post, text)
  return text
}

/** A post whose text is read when it is first asked for. Whatever copies all of its properties asks for it; `withFields` doesn't. */
export function toUnreadPost(fields: PostFields, text: PostText): Post {
  const post = Object.defineProperty({ ...fields }, 'body', unreadBody) as Post
  texts.set(post, text)
  fieldsOfUnread.set(post, fields)
  return post
}

/** One for all: objects with a getter of their own each are slow. */
const unreadBody = {
  enumerable: true,
  get(this: Post): string {
    return textOf(this).read()
  },
}

export function fieldsOf(post: Post): PostFields {
  const known = fieldsOfUnread.get(post)
  if (known !== undefined) return known
  const { body: _, ...fields } = post
  return fields
}

/** A post on its way to another thread. */
export interface PackedPost {
  readonly fields: PostFields
  readonly text: TextSource
}

export const packPost = (post: Post): PackedPost => ({ fields: fieldsOf(post), text: textOf(post).toSource() })

export const unpackPost = ({ fields, text }: PackedPost): Post => toUnreadPost(fields, new PostText(text))

/** The same text with something else changed. */
export const withFields = (post: Post, changed: Partial<PostFields>): Post =>
  toUnreadPost({ ...fieldsOf(post), ...changed }, textOf(post))

/**
 * What follows from a text alone, and need not be found out again by later builds.
 *
 * @param name - Another one for each.
 * @param find - Gives what JSON keeps as it is.
 */
export function textFact<Value>(name: string, find: (body: string) => Value): (post: Post) => Value {
  return (post) => {
    const text = textOf(post)
    if (!(name in text.facts)) text.facts[name] = find(text.read())
    return text.facts[name] as Value
  }
}

/** Names a text by all of it; 28 characters of ASCII. */
export const digestOf: (post: Post) => string = textFact('digest', digestText)

export const lengthOf: (post: Post) => number = textFact('length', ({ length }) => length)

/** In UTF-16, as it is in memory: that takes half the time of UTF-8. */
function digestText(body: string): string {
  return createHash('sha256').update(body, 'utf16le').digest('base64url').slice(0, 28)
}
