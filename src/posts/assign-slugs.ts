import type { Slug } from './post.ts'
import type { PostFile, UnreadableFile } from './post-file.ts'
import { toSlug } from './slug.ts'

/** A post that has no file yet. */
export interface NewPost {
  /** Its title, or the slug that it had on the old blog. */
  readonly title: string
  readonly lang: string
}

/**
 * Slugs for new posts, in their order. Files keep theirs; of new posts with one title the oldest gets the bare slug
 * and younger ones `-2`, `-3`: posts that a later import puts before them take the next numbers and rename nothing.
 *
 * @param posts - Newest first.
 */
export function assignSlugs<Item extends NewPost>(
  posts: readonly Item[],
  { files, unreadable }: { readonly files: readonly PostFile[]; readonly unreadable: readonly UnreadableFile[] },
): ReadonlyMap<Item, Slug> {
  const taken = new Set([
    ...files.map(({ post }) => post.slug),
    ...unreadable.map(({ slug }) => slug),
    ...[...files, ...unreadable].map(({ path }) => toName(path)),
  ])
  const oldestFirst = posts.toReversed().map((post) => {
    const slug = toFreeSlug(post, taken)
    taken.add(slug)
    return [post, slug] as const
  })
  return new Map(oldestFirst)
}

/** A file's name without ending, as a file system that ignores case sees it. */
const toName = (path: string): string => path.normalize('NFC').toLowerCase().replace(/\.md$/, '')

function toFreeSlug({ title, lang }: NewPost, taken: ReadonlySet<string>): Slug {
  const bare = toSlug(title, { lang })
  let slug = bare
  for (let number = 2; taken.has(slug); number++) slug = toSlug(`${bare}-${number}`, { maxLength: 100 })
  return slug
}
