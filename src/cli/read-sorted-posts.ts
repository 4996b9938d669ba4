import path from 'node:path'
import type { Problem } from '../errors.ts'
import type { Post } from '../posts/post.ts'
import { readPosts } from '../posts/post-files.ts'
import { byNewest } from '../posts/sort-posts.ts'
import { type Call, toTimeZone } from './command-line.ts'
import type { Io } from './io.ts'

/** The posts of the folder that the command names, newest first. */
export async function readSortedPosts(
  call: Call,
  io: Io,
): Promise<{ readonly posts: readonly Post[]; readonly problems: readonly Problem[] }> {
  const directory = path.resolve(io.cwd, call.values.get('posts') ?? 'posts')
  const { posts, problems } = await readPosts(directory, { timeZone: toTimeZone(call) })
  return { posts: posts.toSorted(byNewest), problems }
}
