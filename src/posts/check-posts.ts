import type { Problem } from '../errors.ts'
import { findClashes } from './find-clashes.ts'
import type { Post } from './post.ts'
import type { PostFile } from './post-file.ts'

/** What a folder of posts has wrong beyond single files: clashes, relations to nothing, posts without a date. */
export function checkPosts(files: readonly PostFile[]): readonly Problem[] {
  const posts = new Map<string, Post>(files.map(({ post }) => [post.slug, post]))
  return [...findClashes(files), ...files.flatMap((file) => checkRelations(file, posts)), ...findUndated(files)]
}

function checkRelations({ path, post }: PostFile, posts: ReadonlyMap<string, Post>): readonly Problem[] {
  const { duplicateOf, followUpTo, notRelatedTo } = post.relations
  const named = [
    ['duplicateOf', duplicateOf],
    ['followUpTo', followUpTo],
    ...notRelatedTo.map((slug) => ['notRelatedTo', slug]),
  ]
  return named.flatMap(([key, slug]): Problem[] => {
    if (slug === undefined) return []
    const other = posts.get(slug)
    if (other?.isDraft && !post.isDraft) return [relationWaits(path, `"${key}" names "${slug}"`)]
    if (other !== undefined && slug !== post.slug) return []
    const fault = slug === post.slug ? 'is the post itself' : 'no post has'
    return [
      {
        code: 'RELATION_UNKNOWN',
        message: `${path}: "${key}" names "${slug}", which ${fault}.`,
        remedy: 'Write the slug of another post, or remove the key.',
        source: { file: path },
        severity: 'loss',
      },
    ]
  })
}

const relationWaits = (path: string, relation: string): Problem => ({
  code: 'RELATION_WAITS',
  message: `${path}: ${relation}, which is a draft, so readers don't see the relation yet.`,
  remedy: 'Nothing to do: it shows as soon as that post is published.',
  source: { file: path },
  severity: 'doubt',
})

function findUndated(files: readonly PostFile[]): readonly Problem[] {
  const undated = files.filter(({ post }) => post.date === undefined)
  if (undated.length === 0) return []
  const names = undated.slice(0, 5).map(({ path }) => path)
  const rest = undated.length > 5 ? ` and ${undated.length - 5} more` : ''
  return [
    {
      code: 'UNDATED',
      message: `${undated.length} ${undated.length === 1 ? 'post has' : 'posts have'} no date: ${names.join(', ')}${rest}.`,
      remedy: 'Add "date" where you know it; the others stand on the page of undated posts.',
      severity: 'doubt',
    },
  ]
}
