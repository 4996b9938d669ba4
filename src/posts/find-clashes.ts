import type { Problem } from '../errors.ts'
import type { FileOfPost } from './post-file.ts'

/** Files that claim one id, or one slug: which of them is the post can't be told. */
export function findClashes(files: readonly FileOfPost[]): readonly Problem[] {
  return [
    ...findShared(files, ({ post }) => post.id).map(([id, paths]) =>
      toProblem(
        'ID_CLASH',
        `${listPaths(paths)} have one id, ${id}.`,
        'Remove the line "id" from the copy, or the copy itself.',
        paths,
      ),
    ),
    ...findShared(files, ({ post }) => post.slug).map(([slug, paths]) =>
      toProblem(
        'SLUG_CLASH',
        `${listPaths(paths)} have one slug, "${slug}".`,
        'Give one of them a line "slug: …" of its own.',
        paths,
      ),
    ),
  ]
}

function findShared(
  files: readonly FileOfPost[],
  keyOf: (file: FileOfPost) => string,
): readonly [string, readonly string[]][] {
  // As in nearly all folders: to list the paths of thousands takes ten times as long.
  if (new Set(files.map(keyOf)).size === files.length) return []
  const paths = new Map<string, string[]>()
  for (const file of files) {
    const shared = paths.get(keyOf(file))
    if (shared === undefined) paths.set(keyOf(file), [file.path])
    else shared.push(file.path)
  }
  return Array.from(paths).filter(([, shared]) => shared.length > 1)
}

const listPaths = (paths: readonly string[]): string => `${paths.slice(0, -1).join(', ')} and ${paths.at(-1)}`

const toProblem = (code: string, message: string, remedy: string, paths: readonly string[]): Problem => ({
  code,
  message,
  remedy,
  source: { file: paths.at(-1)! },
  severity: 'loss',
})
