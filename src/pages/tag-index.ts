import { type Problem, shorten, TagArchiveError } from '../errors.ts'
import { compareCodePoints } from '../markup/compare.ts'
import { memoize } from '../memoize.ts'
import type { ResolvedOptions } from '../options.ts'
import type { Post, PostId, Slug } from '../posts/post.ts'
import { parseSlug, toSlug } from '../posts/slug.ts'

/** A tag with all its spellings, and the posts that have it. */
export interface Tag {
  /** What all its spellings have in common: stays when its name or address is changed. */
  readonly key: string
  readonly name: string
  readonly slug: Slug
  /** In the order of the posts given. */
  readonly posts: readonly Post[]
}

export interface TagIndex {
  /** By name, as readers of the site's language expect. */
  readonly tags: readonly Tag[]
  /** The tags of a post, once each, in the post's own order. */
  readonly tagsOf: (post: { readonly id: PostId; readonly tags: readonly string[] }) => readonly Tag[]
}

export interface TagIndexOptions {
  readonly tagNames: ResolvedOptions['tagNames']
  readonly compareNames: (a: string, b: string) => number
  /** Language of the words that stand for signs in slugs. */
  readonly language: string
}

/**
 * Finds the tags of posts. Names that differ only by case, accents, spaces or hyphens are one tag; so are aliases.
 *
 * Its name is what the owner says, else the spelling that most posts use. Its slug is made from the spelling with the most
 * parted words, which a new post changes less often than the most used one: an address must last.
 *
 * @throws {TagArchiveError} `SLUG_CLASH` where two tags would share an address, `ALIAS_CYCLE`, `SLUG_INVALID`
 */
export function createTagIndex(posts: readonly Post[], options: TagIndexOptions): TagIndex {
  const index = gatherTags(posts, options)
  const [clash] = findTagClashes(index.tags)
  if (clash !== undefined) throw clash
  return index
}

/** The same, though tags may share an address: for those who list all that do. */
export function gatherTags(posts: readonly Post[], options: TagIndexOptions): TagIndex {
  const toKey = createAliasResolver(options.tagNames.aliases)
  const drafts = new Map<string, TagDraft>()
  for (const post of posts) {
    const seen = new Set<string>()
    for (const spelling of post.tags) {
      const key = toKey(spelling)
      if (seen.has(key)) continue
      seen.add(key)
      const draft: TagDraft = drafts.get(key) ?? { spellings: new Map(), posts: [] }
      drafts.set(key, draft)
      draft.posts.push(post)
      draft.spellings.set(spelling, (draft.spellings.get(spelling) ?? 0) + 1)
    }
  }
  const byKey = new Map([...drafts].map(([key, draft]) => [key, toTag(key, draft, options)]))
  const tags = [...byKey.values()].sort(
    (a, b) => options.compareNames(a.name, b.name) || compareCodePoints(a.slug, b.slug),
  )
  const tagsOf: TagIndex['tagsOf'] = (post) => [
    ...new Set(post.tags.flatMap((spelling) => byKey.get(toKey(spelling)) ?? [])),
  ]
  return { tags, tagsOf }
}

/** Tags that would share an address: `SLUG_CLASH` each. */
export function findTagClashes(tags: readonly Tag[]): readonly TagArchiveError[] {
  const bySlug = new Map<Slug, Tag>()
  return tags.flatMap((tag) => {
    const other = bySlug.get(tag.slug)
    if (other !== undefined) return [createClash(other, tag)]
    bySlug.set(tag.slug, tag)
    return []
  })
}

function createClash(other: Tag, tag: Tag): TagArchiveError {
  const [name, otherName] = [JSON.stringify(tag.name), JSON.stringify(other.name)]
  return new TagArchiveError('SLUG_CLASH', {
    problem: `Tags ${otherName} and ${name} would both be written to /tag/${tag.slug}/.`,
    remedy: `Give one of them an address of its own in the option tagNames (in the ready site, _data/tagNames.ts): slugs: { ${name}: ${JSON.stringify(`${tag.slug}-2`)} }. If they are one tag: aliases: { ${name}: ${otherName} }.`,
  })
}

/** Names and addresses that the owner gives to tags that no post has: most likely slips of the pen. */
export function findUnusedNames(
  tags: readonly Tag[],
  { names, slugs }: Pick<ResolvedOptions['tagNames'], 'names' | 'slugs'>,
): readonly Problem[] {
  const keys = new Set(tags.map(({ key }) => key))
  const unused = [...Object.keys(names), ...Object.keys(slugs)].filter((name) => !keys.has(foldTagName(name)))
  return [...new Set(unused)].map((name) => ({
    code: 'TAG_UNKNOWN',
    message: `The option tagNames speaks of the tag ${shorten(name)}, which no post has.`,
    remedy: 'Write it as the posts do, or take it out.',
    severity: 'doubt',
  }))
}

/** What all spellings of one tag have in common. Never empty: a tag of signs alone stands for itself. */
export function foldTagName(name: string): string {
  const folded = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu, '$1')
    .normalize('NFC')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[\s\p{Pd}_]+/gu, '')
  return folded === '' ? name.trim() : folded
}

interface TagDraft {
  readonly spellings: Map<string, number>
  readonly posts: Post[]
}

/** Follows aliases to their end, by folded names. */
function createAliasResolver(aliases: Readonly<Record<string, string>>): (spelling: string) => string {
  const targets = new Map(Object.entries(aliases).map(([from, to]) => [foldTagName(from), foldTagName(to)]))
  return memoize((spelling) => {
    const seen = new Set<string>()
    let key = foldTagName(spelling)
    for (let next = targets.get(key); next !== undefined && next !== key; next = targets.get(key)) {
      if (seen.has(key)) {
        throw new TagArchiveError('ALIAS_CYCLE', {
          problem: `The alias of tag ${shorten(spelling)} leads back to itself.`,
          remedy: 'In tagNames.aliases, let every spelling point to one final name.',
        })
      }
      seen.add(key)
      key = next
    }
    return key
  })
}

function toTag(key: string, { spellings, posts }: TagDraft, { tagNames, language }: TagIndexOptions): Tag {
  const ownersName = findByFoldedKey(tagNames.names, key) ?? findAliasTarget(tagNames.aliases, key)
  const slug = findByFoldedKey(tagNames.slugs, key)
  return {
    key,
    name: ownersName ?? mostUsed(spellings),
    slug:
      slug === undefined
        ? mostParted([...spellings.keys(), ...(ownersName === undefined ? [] : [ownersName])], language)
        : parseSlug(slug, `tagNames.slugs of tag "${ownersName ?? mostUsed(spellings)}"`),
    posts,
  }
}

const findByFoldedKey = (texts: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.entries(texts).find(([name]) => foldTagName(name) === key)?.[1]

const findAliasTarget = (aliases: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.values(aliases).find((target) => foldTagName(target) === key)

const mostUsed = (spellings: ReadonlyMap<string, number>): string =>
  [...spellings].sort(([a, countA], [b, countB]) => countB - countA || compareCodePoints(a, b))[0]![0]

const mostParted = (spellings: readonly string[], language: string): Slug =>
  spellings
    .map((spelling) => toSlug(spelling, { lang: language }))
    .sort((a, b) => b.split('-').length - a.split('-').length || a.length - b.length || compareCodePoints(a, b))[0]!
