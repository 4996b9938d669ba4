import type { Post } from '../posts/post.ts'
import { KnownPosts } from '../posts/post-index.ts'
import { markOf, unpackPosts } from '../posts/post-text.ts'
import type { KnownOrder, PostsOrder } from './second-thread.ts'
import type { PostList } from './update-graph.ts'

/** Some posts that came together. */
export interface ArrivedBatch extends Pick<PostsOrder, 'claims'> {
  readonly posts: () => readonly Post[]
  /** Those that no earlier build knew as they are. */
  readonly others: readonly Post[]
}

/** Posts as the main thread sends them. Those that an earlier build knew are made when somebody asks for them. */
export class ArrivingPosts {
  #known = new KnownPosts(new Uint8Array())
  /** Of those that are known their place among these, of others −1 and less. */
  readonly #read: number[] = []
  readonly #others: Post[] = []

  know({ known }: KnownOrder): void {
    this.#known = new KnownPosts(known)
  }

  add({ read, others, claims }: PostsOrder): ArrivedBatch {
    const [start, end] = [this.#read.length, this.#read.length + read.length]
    const unpacked = unpackPosts(others)
    let next = this.#others.length
    for (const at of read) this.#read.push(at === -1 ? -1 - next++ : at)
    this.#others.push(...unpacked)
    const posts = () => this.#read.slice(start, end).map((_, at) => this.#at(start + at))
    return { posts, others: unpacked, claims }
  }

  /** @param places - By position: where the post came. */
  list(places: readonly number[]): PostList {
    return {
      length: places.length,
      at: (position) => this.#at(places[position]!),
      markAt: (position) => this.#markAt(places[position]!),
    }
  }

  #at(place: number): Post {
    const at = this.#read[place]!
    return at < 0 ? this.#others[-1 - at]! : this.#known.at(at)
  }

  #markAt(place: number): Uint8Array {
    const at = this.#read[place]!
    return at < 0 ? Buffer.from(markOf(this.#others[-1 - at]!), 'latin1') : this.#known.markAt(at)
  }
}
