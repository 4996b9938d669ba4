import type { Post } from '../posts/post.ts'
import { digestOf, markOfFields } from '../posts/post-text.ts'
import { toShortHash } from '../short-hash.ts'
import { memoizeByPost, memoizeByText } from './memoize-by-post.ts'
import type { PostRelations, StoryNeighbour } from './relation-index.ts'
import type { SiteModel } from './site-model.ts'
import { beginningDigestOf, imagesOf, listImages } from './text-facts.ts'

/**
 * Short texts that change whenever what is shown of a post does, made from the post and without rendering anything: by them one knows which
 * outputs change. They may change too often, and never too seldom.
 *
 * Only for posts whose Markdown we render ourselves: what an owner's template makes of one doesn't follow from it.
 */
export interface PostKeys {
  /** All that the post says by itself, with its address and its tags. */
  readonly ofPost: (post: Post) => string
  /** What a list shows of it. */
  readonly ofItem: (post: Post) => string
  /** Its own page without what surrounds it, but for the posts that come next to it. */
  readonly ofPage: (post: Post) => string
  /** A link to it, with its date. */
  readonly ofLink: (post: Post) => string
  /** Its text. */
  readonly ofText: (post: Post) => string
  /** What is shown with it and no part of it: sizes of its pictures, comments; `undefined` where there is neither. */
  readonly ofSurroundings: (post: Post) => unknown
}

export function createPostKeys(model: SiteModel): PostKeys {
  const tagsOf = memoizeByPost((post) => model.tags.tagsOf(post).map(({ name, slug }) => [name, slug]))
  const sizesOf = (addresses: readonly string[]) => addresses.map((address) => model.imageSizeOf(address))
  const ofText = memoizeByText((post) => JSON.stringify([digestOf(post), sizesOf(imagesOf(post))]))
  const ofComments = (post: Post) =>
    model.commentsOf(post).map((comment) => [comment, sizesOf(listImages(comment.body))])
  const ofPost = memoizeByText((post) => toKey([markOfFields(post), ofText(post), model.pathOf(post), tagsOf(post)]))
  const ofLink = memoizeByPost((post) => toKey([post.title, model.pathOf(post), post.lang, post.date]))
  const ofNeighbour = ({ post, evidence }: StoryNeighbour) => [ofLink(post), evidence?.terms]
  const ofRelations = ({ canonical, copies, story, before, after, similar }: PostRelations) => [
    canonical && [ofPost(canonical.post), canonical.change],
    copies.map(({ post, change }) => [ofPost(post), change]),
    describeStory(story),
    before.map(ofNeighbour),
    after.map(ofNeighbour),
    similar.map(({ post, terms }) => [ofLink(post), terms]),
  ]
  return {
    ofPost,
    ofItem: memoizeByText((post) => {
      const { copies, story } = model.relations.of(post)
      const excerpt = post.description === undefined ? beginningDigestOf(post) : [post.description]
      return toKey([ofLink(post), excerpt, tagsOf(post), copies.length, describeStory(story)])
    }),
    ofPage: (post) => toKey([ofPost(post), ofRelations(model.relations.of(post)), ofComments(post)]),
    ofLink,
    ofText,
    ofSurroundings: (post) => {
      const [images, comments] = [imagesOf(post), ofComments(post)]
      return images.length + comments.length === 0 ? undefined : [post.id, sizesOf(images), comments]
    },
  }
}

const toKey = (parts: readonly unknown[]): string => toShortHash(JSON.stringify(parts))

const describeStory = (story: PostRelations['story']) =>
  story && [story.thread.thread.slug, story.thread.thread.title, story.position, story.thread.posts.length]
