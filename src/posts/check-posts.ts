import type { Problem } from '../errors.ts'
import { findClashes } from './find-clashes.ts'
import type { PostFile } from './post-file.ts'

/** What a folder of posts has wrong beyond single files: clashes, relations to nothing, posts without a date. */
export function checkPosts(files: readonly PostFile[]): readonly Problem[] {
  const slugs: ReadonlySet<string> = new Set(files.map(({ post }) => post.slug))
  return [...findClashes(files), ...files.flatMap((file) => checkRelations(file, slugs)), ...findUndated(files)]
}

function checkRelations({ path, post }: PostFile, slugs: ReadonlySet<string>): readonly Problem[] {
  const { duplicateOf, followUpTo, notRelatedTo } = post.relations
  const named = [
    ['duplicateOf', duplicateOf],
    ['followUpTo', followUpTo],
    ...notRelatedTo.map((slug) => ['notRelatedTo', slug]),
  ]
  return named.flatMap(([key, slug]): Problem[] => {
    if (slug === undefined || (slugs.has(slug) && slug !== post.slug)) return []
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
