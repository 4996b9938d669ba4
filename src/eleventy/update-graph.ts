import { type ShownGraph, type ShownRelation, toShownRelation } from '../pages/shown-graph.ts'
import type { Post, PostId } from '../posts/post.ts'
import { areFew } from '../posts/post-index.ts'
import { markLength, markOfFieldsLength } from '../posts/post-text.ts'
import { groupBy } from '../relations/group-by.ts'
import { HashNumbering } from '../relations/hash-numbering.ts'
import type { KeptArchive } from '../relations/kept-archive.ts'
import { packAnalyses, unpackAnalyses } from '../relations/packed-analyses.ts'
import type { RelationOptions } from '../relations/relation-options.ts'
import { StoredTexts, type TextPlaces } from '../relations/stored-texts.ts'
import { type RelationUpdate, updateRelations } from '../relations/update-relations.ts'
import type { AnalysisFile } from './analysis-file.ts'

/** Published posts, of which few are looked at. */
export interface PostList {
  readonly length: number
  readonly at: (position: number) => Post
  /** See `markOf`. */
  readonly markAt: (position: number) => Uint8Array
}

export interface GraphUpdate {
  readonly graph: ShownGraph
  /** For the next build; absent where no post has changed. */
  readonly kept: Omit<KeptArchive, 'graphKey' | 'textsStamp'> | undefined
}

/**
 * Relations of posts of which some have other texts than the last build knew.
 *
 * @param graph - That of the last build.
 * @returns `undefined` where all posts have to be compared.
 */
export function updateGraph(
  kept: KeptArchive,
  posts: PostList,
  graph: ShownGraph,
  { options, analyses }: { readonly options: RelationOptions; readonly analyses: AnalysisFile },
): GraphUpdate | undefined {
  const changed = findChanged(kept.marks, posts)
  if (changed === undefined || !areFew(changed.length + kept.texts.others.length, posts.length)) return undefined
  if (changed.length === 0) return { graph, kept: undefined }
  const { archive, texts } = kept
  const { positions, vocabulary } = archive.lists
  const numbering = HashNumbering.of(vocabulary)
  const update = analyses.tryWithTexts((readAt) =>
    updateRelations({
      archive,
      texts: new StoredTexts(texts, vocabulary, (hash) => numbering.find(hash), readAt),
      numbering,
      postAt: (place) => posts.at(positions[place]!),
      changed: changed.map((position) => positions.indexOf(position)),
      options,
    }),
  )
  if (update === undefined) return undefined
  const marks = kept.marks.slice()
  for (const position of changed) marks.set(posts.markAt(position), position * markLength)
  const { version } = kept
  return {
    graph: mergeGraph(graph, update),
    kept: { archive: update.archive, texts: moveTexts(texts, update.analyses), marks, version },
  }
}

/** Positions of the posts that have another text; `undefined` where there are other posts, or one says anything else that is new. */
function findChanged(marks: Uint8Array, posts: PostList): readonly number[] | undefined {
  if (marks.length !== posts.length * markLength) return undefined
  const changed: number[] = []
  for (let position = 0; position < posts.length; position++) {
    const [before, now] = [marks.subarray(position * markLength, (position + 1) * markLength), posts.markAt(position)]
    if (Buffer.compare(before, now) === 0) continue
    const ofFields = [before, now].map((mark) => mark.subarray(0, markOfFieldsLength))
    if (Buffer.compare(ofFields[0]!, ofFields[1]!) !== 0) return undefined
    changed.push(position)
  }
  return changed
}

/** Of the texts that changed, the file has nothing. */
function moveTexts(
  { offsets, others, otherAnalyses, ...texts }: TextPlaces,
  analyses: RelationUpdate['analyses'],
): TextPlaces {
  const known = unpackAnalyses(otherAnalyses)
  const now = new Map([...Array.from(others, (place, at) => [place, known[at]!] as const), ...analyses])
  return {
    ...texts,
    offsets: offsets.map((offset, place) => (now.has(place) ? 0 : offset)),
    others: Uint32Array.from(now.keys()),
    otherAnalyses: packAnalyses([...now.values()]),
  }
}

/** What was not looked at again is what it was. */
function mergeGraph(
  { relations }: ShownGraph,
  { archive, duplicates, followUps, similar }: RelationUpdate,
): ShownGraph {
  const { ids, threads } = archive.facts
  const merge = (
    found: RelationUpdate['followUps'],
    before: ReadonlyMap<PostId | undefined, readonly ShownRelation[]>,
  ) => ids.flatMap((id, article) => found.get(article)?.map(toShownRelation) ?? before.get(id) ?? [])
  return {
    relations: [
      ...relations.flatMap((relation) => {
        if (relation.kind !== 'duplicate') return []
        const now = duplicates.get(relation.copy)
        return now === undefined ? relation : toShownRelation(now)
      }),
      ...merge(
        followUps,
        groupBy(relations, (relation) => (relation.kind === 'followUp' ? relation.later : undefined)),
      ),
      ...merge(
        similar,
        groupBy(relations, (relation) => (relation.kind === 'similar' ? relation.post : undefined)),
      ),
    ],
    threads: threads.map(({ pieces: _, ...thread }) => thread),
  }
}
