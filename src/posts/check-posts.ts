import { listSome, type Problem } from '../errors.ts'
import { findClashes } from './find-clashes.ts'
import type { PostFile, PostFolder } from './post-file.ts'

/** What a folder of posts has wrong beyond single files: clashes, relations that readers don't see, posts without a date. */
export function checkPosts(folder: PostFolder): readonly Problem[] {
  return [...findClashes(folder.files), ...findWaitingRelations(folder), ...findUndated(folder.files)]
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

function findUndated(files: readonly PostFile[]): readonly Problem[] {
  const undated = files.filter(({ post }) => post.date === undefined)
  if (undated.length === 0) return []
  const names = listSome(undated.map(({ path }) => path))
  return [
    {
      code: 'UNDATED',
      message: `${undated.length} ${undated.length === 1 ? 'post has' : 'posts have'} no date: ${names}.`,
      remedy: 'Add "date" where you know it; the others stand on the page of undated posts.',
      severity: 'doubt',
    },
  ]
}
