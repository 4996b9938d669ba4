import { TagArchiveError } from '../errors.ts'
import { once } from '../once.ts'
import type { ResolvedOptions } from '../options.ts'
import { type ShownGraph, toShownGraph } from '../pages/shown-graph.ts'
import type { Post } from '../posts/post.ts'
import { areFew } from '../posts/post-index.ts'
import { markLength, markOf, markOfFields } from '../posts/post-text.ts'
import { analyseAhead, keepAnalyses } from '../relations/analysis-cache.ts'
import { toGraph } from '../relations/find-relations.ts'
import type { KeptArchive } from '../relations/kept-archive.ts'
import { toKnownArchive } from '../relations/known-archive.ts'
import { unpackAnalyses } from '../relations/packed-analyses.ts'
import { gatherFindings } from '../relations/relation-findings.ts'
import { emptyGraph } from '../relations/relation-graph.ts'
import type { RelationOptions } from '../relations/relation-options.ts'
import { toShortHash } from '../short-hash.ts'
import { AnalysisFile } from './analysis-file.ts'
import { type ArrivedBatch, ArrivingPosts } from './arriving-posts.ts'
import { tryToClaim } from './claims.ts'
import { readLastGraph } from './last-graph.ts'
import type { AnalysesOrder, KnownOrder, PostsOrder, RelateAnswer, RelateOrder } from './second-thread.ts'
import { updateGraph } from './update-graph.ts'

interface Related {
  readonly graph: ShownGraph
  /** Keeps what the next build need not find out again. @param graphKey - Hash of the graph as JSON. */
  readonly keep: (graphKey: string) => void
}

/** Of an error only what is told can leave the thread. */
type NotRelated = Extract<RelateAnswer, { error: unknown }>

/**
 * Finds relations of posts that another thread sends. Where the last build knew all of them but for a few texts, it looks at what these change;
 * else it begins to analyse texts as they come, but for those that the other thread has claimed, and compares all.
 */
export class ThreadRelations {
  readonly #options: RelationOptions | false
  /** Of all but the posts that decides about relations. */
  readonly #version: string
  readonly #analyses = new AnalysisFile()
  /** Of the last build, as long as it may do. */
  #kept: KeptArchive | undefined
  readonly #arriving = new ArrivingPosts()
  readonly #batches: ArrivedBatch[] = []

  /** @param codeVersion - See `readCodeVersion`. */
  constructor({ relations, site }: Pick<ResolvedOptions, 'relations' | 'site'>, codeVersion: string) {
    this.#options = relations
    this.#version = JSON.stringify([codeVersion, relations, site.timeZone, site.language])
    if (relations === false) return
    this.#kept = this.#analyses.readArchive(this.#version)
    // While the other thread reads the posts.
    if (this.#kept === undefined) this.#analyses.read()
  }

  know(order: KnownOrder): void {
    this.#arriving.know(order)
  }

  take(order: PostsOrder): void {
    const batch = this.#arriving.add(order)
    this.#batches.push(batch)
    if (this.#kept === undefined) this.#analyse(batch)
    else if (!mayUpdate(this.#kept, this.#batches)) {
      this.#kept = undefined
      for (const one of this.#batches) this.#analyse(one)
    }
  }

  keepAnalyses({ batch, analyses }: AnalysesOrder): void {
    keepAnalyses(this.#batches[batch]!.posts(), unpackAnalyses(analyses), this.#analyses.read())
  }

  #analyse({ posts, claims }: ArrivedBatch): void {
    if (this.#options !== false && tryToClaim(claims, 0)) analyseAhead(posts(), this.#analyses.read())
  }

  /** Posts by their places, which are made when they are asked for. */
  list({ places }: RelateOrder): () => readonly Post[] {
    const list = this.#arriving.list(places)
    return once(() => places.map((_, position) => list.at(position)))
  }

  relate(order: RelateOrder): Related | NotRelated {
    if (this.#options === false) return { graph: emptyGraph, keep: () => undefined }
    try {
      return this.#update(order, this.#options) ?? this.#relateAnew(order, this.#options)
    } catch (error) {
      if (!(error instanceof TagArchiveError)) throw error
      const { code, problem, remedy } = error
      return { error: { code, problem, remedy } }
    }
  }

  #update({ places, guess }: RelateOrder, options: RelationOptions): Related | undefined {
    const [kept, analyses, json] = [this.#kept, this.#analyses, readLastGraph()]
    if (kept === undefined || json === undefined) return undefined
    if (toShortHash(json) !== kept.graphKey || guess !== kept.graphKey) return undefined
    const update = updateGraph(kept, this.#arriving.list(places), JSON.parse(json), { options, analyses })
    if (update === undefined) return undefined
    const keep = (graphKey: string) => {
      if (update.kept !== undefined) analyses.writeArchive({ ...update.kept, graphKey })
    }
    return { graph: update.graph, keep }
  }

  #relateAnew(order: RelateOrder, options: RelationOptions): Related {
    const [analyses, posts] = [this.#analyses, this.list(order)()]
    const findings = gatherFindings(posts, { options, cache: analyses.read() })
    const archive = toKnownArchive(posts, findings)
    const { keys } = findings.analysed
    const keep = (graphKey: string) => {
      if (!analyses.write()) return
      const texts = analyses.read().placesOf(keys, archive.lists.vocabulary)
      const marks = Buffer.from(posts.map(markOf).join(''), 'latin1')
      analyses.writeArchive({ archive, texts, marks, version: this.#version, graphKey })
    }
    return { graph: toShownGraph(toGraph(findings)), keep }
  }
}

/** Whether all that came so far are posts as the last build knew them, but for a few texts. */
function mayUpdate({ marks }: KeptArchive, batches: readonly ArrivedBatch[]): boolean {
  const others = batches.flatMap((batch) => batch.others)
  const all = Buffer.from(marks.buffer, marks.byteOffset, marks.length)
  return (
    areFew(others.length, marks.length / markLength) &&
    others.every((post) => all.includes(markOfFields(post), 'latin1'))
  )
}
