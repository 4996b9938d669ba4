/**
 * Times the relations of generated archives: `node bench/relations.js 1000 10000`, compiled, or through jiti (slower by half).
 * Beside them, in the same run, the time that markdown-it takes to render the same posts.
 */
import MarkdownIt from 'markdown-it'
import { parseDay } from '../src/calendar/day.ts'
import type { Post } from '../src/posts/post.ts'
import { toPostIdOfFile } from '../src/posts/post-id.ts'
import { parseSlug } from '../src/posts/slug.ts'
import { findRelations } from '../src/relations/find-relations.ts'
import type { RelationGraph } from '../src/relations/relation-graph.ts'
import { RelationStore } from '../src/relations/relation-store.ts'
import { createCorpus } from './corpus.ts'

function measure(size: number): void {
  const posts = createPosts(size)
  const markdown = new MarkdownIt()
  const rendering = time(() => posts.reduce((sum, { body }) => sum + markdown.render(body).length, 0))
  const first = time(() => findRelations(posts))
  const store = new RelationStore()
  findRelations(posts, {}, store)
  const bytes = store.toBytes()
  const changed = posts.map((post, at) => (at === 0 ? { ...post, body: `${post.body}\n\nOne more word.` } : post))
  const cached = time(() => findRelations(changed, {}, new RelationStore(bytes)))
  console.log(
    [
      `${size} posts`,
      `relations ${first.seconds}`,
      `one changed, cached ${cached.seconds}`,
      `markdown-it ${rendering.seconds}`,
      `peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
      count(first.value),
    ].join(' · '),
  )
}

function createPosts(size: number): readonly Post[] {
  return createCorpus({ posts: size, tags: 200, words: 350, seed: 1 }).map((post) => ({
    id: toPostIdOfFile(post.slug),
    slug: parseSlug(post.slug, 'slug'),
    title: post.title,
    date: { kind: 'stated', day: parseDay(post.date)! },
    tags: post.tags,
    lang: 'fr',
    body: post.paragraphs.join('\n\n'),
    isDraft: false,
    isTruncated: false,
    relations: { notRelatedTo: [] },
  }))
}

interface Timed<Value> {
  readonly value: Value
  /** Wall time and, for machines that are busy with other things, processor time of all threads. */
  readonly seconds: string
}

function time<Value>(work: () => Value): Timed<Value> {
  const [start, used] = [performance.now(), process.cpuUsage()]
  const value = work()
  const [ms, { user, system }] = [performance.now() - start, process.cpuUsage(used)]
  return { value, seconds: `${(ms / 1000).toFixed(1)} s (CPU ${((user + system) / 1e6).toFixed(1)} s)` }
}

const count = ({ relations, threads }: RelationGraph): string =>
  (['duplicate', 'followUp', 'similar'] as const)
    .map((kind) => `${relations.filter((relation) => relation.kind === kind).length} ${kind}`)
    .concat(`${threads.length} threads`)
    .join(', ')

const sizes = process.argv.slice(2).map(Number)
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000]) measure(size)
