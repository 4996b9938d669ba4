import path from 'node:path'
import type { Problem } from '../errors.ts'
import { type Manifest, parseManifest } from '../posts/manifest.ts'
import type { Post } from '../posts/post.ts'
import { readManifest, readPosts } from '../posts/post-files.ts'
import { byNewest } from '../posts/sort-posts.ts'
import { type Call, toTimeZone } from './command-line.ts'
import type { Io } from './io.ts'

/** The posts of the folder that the command names, newest first. */
export async function readSortedPosts(
  call: Call,
  io: Io,
): Promise<{ readonly posts: readonly Post[]; readonly problems: readonly Problem[] }> {
  const { posts, problems } = await readPosts(toDirectory(call, io), { timeZone: toTimeZone(call) })
  return { posts: posts.toSorted(byNewest), problems }
}

/** The posts of each archive, as the last imports found them; none where no import was. */
export async function readOrders(call: Call, io: Io): Promise<Manifest['orders']> {
  const manifest = parseManifest((await readManifest(toDirectory(call, io))) ?? '')
  return 'posts' in manifest ? manifest.orders : []
}

const toDirectory = (call: Call, io: Io): string => path.resolve(io.cwd, call.values.get('posts') ?? 'posts')
