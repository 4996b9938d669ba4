import { listSome, type Problem } from '../errors.ts'
import { type Clock, checkDates } from './check-dates.ts'
import { findClashes } from './find-clashes.ts'
import type { PostFolder } from './post-file.ts'

/** What a folder of posts has wrong beyond single files: clashes, relations that readers don't see, odd dates, texts that are cut. */
export function checkPosts(folder: PostFolder, clock: Clock): readonly Problem[] {
  return [
    ...findClashes(folder.files),
    ...findWaitingRelations(folder),
    ...checkDates(folder.files, clock),
    ...findTruncated(folder),
  ]
}

function findTruncated({ files }: PostFolder): readonly Problem[] {
  const truncated = files.filter(({ post }) => post.isTruncated)
  if (truncated.length === 0) return []
  return [
    {
      code: 'POSTS_TRUNCATED',
      message: `Of ${truncated.length === 1 ? 'a post' : `${truncated.length} posts`} there is only the beginning, as the page says: ${listSome(truncated.map(({ path }) => path))}.`,
      remedy: 'Import a source that has all of it, or write the rest and remove the line "truncated".',
      source: { file: truncated[0]!.path },
      severity: 'doubt',
    },
  ]
}

/** Relations to posts that are there, and not published. */
function findWaitingRelations({ files, unreadable }: PostFolder): readonly Problem[] {
  const reasons = new Map([
    ...unreadable.map(({ slug, path }) => [slug, `can't be read (${path})`] as const),
    ...files.flatMap(({ post }) => (post.isDraft ? [[post.slug, 'is a draft'] as const] : [])),
  ])
  const published = files.filter(({ post }) => !post.isDraft)
  return published.flatMap(({ path, post: { relations } }) => {
    const { duplicateOf, followUpTo, notRelatedTo } = relations
    const named = [
      ['duplicateOf', duplicateOf] as const,
      ['followUpTo', followUpTo] as const,
      ...notRelatedTo.map((slug) => ['notRelatedTo', slug] as const),
    ]
    return named.flatMap(([key, slug = '']): Problem[] => {
      const reason = reasons.get(slug)
      return reason === undefined ? [] : [relationWaits(path, `"${key}" names "${slug}", which ${reason}`)]
    })
  })
}

const relationWaits = (path: string, relation: string): Problem => ({
  code: 'RELATION_WAITS',
  message: `${path}: ${relation}, so readers don't see the relation yet.`,
  remedy: 'Nothing to do here: it shows as soon as that post is published.',
  source: { file: path },
  severity: 'doubt',
})
