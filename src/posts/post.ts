import type { PostDate } from '../dating/post-date.ts'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** Stable for life: made once, at the first import, and kept in the post's front matter. */
export type PostId = Branded<'PostId'>

/** Lower-case URL part, unique among its kind. */
export type Slug = Branded<'Slug'>

/** What the owner says about a post's relations; he has the last word. */
export interface OwnerRelations {
  readonly duplicateOf?: Slug | undefined
  readonly followUpTo?: Slug | undefined
  readonly notRelatedTo: readonly Slug[]
}

/** A post of the new site: one file of `posts/`, read and checked. */
export interface Post {
  readonly id: PostId
  readonly slug: Slug
  readonly title: string
  readonly date?: PostDate | undefined
  /** Names, with accents and case, in the order of the front matter. */
  readonly tags: readonly string[]
  /** Of the old blog, as its source has them; they are written into a new file, and never read. */
  readonly categories?: readonly string[] | undefined
  /** BCP 47. */
  readonly lang: string
  /** Markdown. Data: no template language ever runs over it. */
  readonly body: string
  readonly source?:
    | { readonly file?: string | undefined; readonly position?: number | undefined; readonly url?: string | undefined }
    | undefined
  readonly isDraft: boolean
  readonly isTruncated: boolean
  readonly relations: OwnerRelations
  /** The old feed's id of this post, byte for byte. */
  readonly guid?: string | undefined
  /** An id for feeds that the owner gives. */
  readonly feedId?: string | undefined
  /** URL path on our site that the owner gives, such as `/2010/07/08/bonjour/`. */
  readonly permalink?: string | undefined
  /** Day or instant of the last change that the owner declares; ISO 8601. */
  readonly updated?: string | undefined
  readonly author?: string | undefined
  readonly description?: string | undefined
  /** Front matter keys, or `body`, that an import must leave to the owner. */
  readonly keep?: readonly string[] | undefined
}
