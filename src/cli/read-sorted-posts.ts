import path from 'node:path'
import type { Problem } from '../errors.ts'
import { type Manifest, parseManifest } from '../posts/manifest.ts'
import type { Post } from '../posts/post.ts'
import { readManifest, readPosts } from '../posts/post-files.ts'
import { byNewest } from '../posts/sort-posts.ts'
import { type Call, toTimeZone } from './command-line.ts'
import type { Io } from './io.ts'

export interface SortedPosts {
  /** Newest first. */
  readonly posts: readonly Post[]
  /** As the last imports found them. */
  readonly orders: Manifest['orders']
  readonly problems: readonly Problem[]
}

/** What the folder holds that the command names. */
export async function readSortedPosts(call: Call, io: Io): Promise<SortedPosts> {
  const directory = path.resolve(io.cwd, call.values.get('posts') ?? 'posts')
  const { posts, problems } = await readPosts(directory, { timeZone: toTimeZone(call) })
  const manifest = parseManifest((await readManifest(directory)) ?? '')
  return { posts: posts.toSorted(byNewest), orders: 'posts' in manifest ? manifest.orders : [], problems }
}
