import type { Problem } from '../errors.ts'
import type { Post, PostId } from './post.ts'

/** The file of a post. */
export interface FileOfPost {
  /** Path in its folder, such as `bonjour.md`. */
  readonly path: string
  readonly post: Post
}

/** A file of `posts/` that was read and understood. */
export interface PostFile extends FileOfPost {
  /** The whole file. */
  readonly text: string
}

/** A file of `posts/` that can't be read as a post: an import must neither overwrite it nor write its post elsewhere. */
export interface UnreadableFile {
  readonly path: string
  /** As far as it can be seen; others may name it in their relations. */
  readonly slug: string
  /** What stands behind `id:`, as far as that can be seen. */
  readonly id?: PostId | undefined
}

/** A folder of posts, in the order of file names. */
export interface PostFolder {
  readonly files: readonly PostFile[]
  readonly unreadable: readonly UnreadableFile[]
  readonly problems: readonly Problem[]
}
