import type { Post, PostId } from '../posts/post.ts'
import type { FollowUpEvidence, Thread, VersionChange } from '../relations/relation-graph.ts'
import type { ShownGraph } from './shown-graph.ts'

export interface Version {
  readonly post: Post
  /** How the copy differs from the canonical version. */
  readonly change: VersionChange
}

/** What two pieces of a story share. */
export type StoryEvidence = Pick<FollowUpEvidence, 'terms'>

export interface StoryNeighbour {
  readonly post: Post
  /** Absent where the two are neighbours in the thread without being linked themselves. */
  readonly evidence?: StoryEvidence | undefined
}

/** All that the graph says about one post. Empty lists where it says nothing. */
export interface PostRelations {
  /** The version that readers should get, where this post is a copy. */
  readonly canonical?: Version | undefined
  /** Copies of this post, in the order of the graph. */
  readonly copies: readonly Version[]
  /** Where it stands in its story; `position` is counted from 1. */
  readonly story?: { readonly thread: StoryThread; readonly position: number } | undefined
  readonly before: readonly StoryNeighbour[]
  readonly after: readonly StoryNeighbour[]
  readonly similar: readonly { readonly post: Post; readonly terms: readonly string[] }[]
}

/** A thread with its posts instead of their ids. */
export interface StoryThread {
  readonly thread: Thread
  /** Earliest first. */
  readonly posts: readonly Post[]
  /** Evidence of the links between its posts. */
  readonly evidenceBetween: (earlier: Post, later: Post) => StoryEvidence | undefined
}

export interface RelationIndex {
  readonly of: (post: Post) => PostRelations
  readonly threads: readonly StoryThread[]
}

/** Turns the graph, which names posts by id, into look-ups by post. Relations of posts that are not given are left out. */
export function createRelationIndex(posts: readonly Post[], graph: ShownGraph): RelationIndex {
  const postsById = new Map(posts.map((post) => [post.id, post]))
  const evidence = new Map<string, StoryEvidence>()
  const found = new Map<PostId, Draft>()
  const draftOf = (id: PostId): Draft => {
    const draft = found.get(id) ?? { copies: [], earlier: [], later: [], similar: [] }
    found.set(id, draft)
    return draft
  }
  for (const relation of graph.relations) {
    switch (relation.kind) {
      case 'duplicate': {
        const [canonical, copy] = [postsById.get(relation.canonical), postsById.get(relation.copy)]
        if (!canonical || !copy) break
        draftOf(copy.id).canonical = { post: canonical, change: relation.change }
        draftOf(canonical.id).copies.push({ post: copy, change: relation.change })
        break
      }
      case 'followUp': {
        const [earlier, later] = [postsById.get(relation.earlier), postsById.get(relation.later)]
        if (!earlier || !later) break
        draftOf(later.id).earlier.push({ post: earlier, evidence: relation.evidence })
        draftOf(earlier.id).later.push({ post: later, evidence: relation.evidence })
        evidence.set(`${earlier.id} ${later.id}`, relation.evidence)
        break
      }
      case 'similar': {
        const [post, other] = [postsById.get(relation.post), postsById.get(relation.other)]
        if (post && other) draftOf(post.id).similar.push({ post: other, terms: relation.terms })
        break
      }
    }
  }
  const evidenceBetween = (earlier: Post, later: Post) => evidence.get(`${earlier.id} ${later.id}`)
  const threads = graph.threads
    .map((thread) => ({ thread, posts: thread.posts.flatMap((id) => postsById.get(id) ?? []), evidenceBetween }))
    .filter((story) => story.posts.length > 1)
  const stories = new Map(
    threads.flatMap((thread) => thread.posts.map((post, index) => [post.id, { thread, position: index + 1 }] as const)),
  )
  const related = [...new Set([...found.keys(), ...stories.keys()])]
  const relations = new Map(related.map((id) => [id, toPostRelations(found.get(id), stories.get(id))] as const))
  return { threads, of: ({ id }) => relations.get(id) ?? noRelations }
}

const noRelations: PostRelations = { copies: [], before: [], after: [], similar: [] }

interface Draft {
  canonical?: Version | undefined
  readonly copies: Version[]
  readonly earlier: StoryNeighbour[]
  readonly later: StoryNeighbour[]
  readonly similar: PostRelations['similar'][number][]
}

/** In a thread, a reader goes from piece to piece; outside of one, follow-ups themselves are the way. */
function toPostRelations(draft: Draft | undefined, story: PostRelations['story']): PostRelations {
  const { canonical, copies = [], similar = [] } = draft ?? {}
  if (story === undefined) {
    return { canonical, copies, similar, before: draft?.earlier ?? [], after: draft?.later ?? [] }
  }
  const { posts, evidenceBetween } = story.thread
  const [previous, current, next] = [story.position - 2, story.position - 1, story.position].map((at) => posts[at])
  const before = previous && current ? [{ post: previous, evidence: evidenceBetween(previous, current) }] : []
  const after = next && current ? [{ post: next, evidence: evidenceBetween(current, next) }] : []
  return { canonical, copies, similar, story, before, after }
}
