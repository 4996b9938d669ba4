import path from 'node:path'
import { type DateExplanation, explainDates } from '../dating/date-articles.ts'
import { explainDate as formatExplanation } from '../dating/explain-date.ts'
import type { PostDate } from '../dating/post-date.ts'
import { TagArchiveError } from '../errors.ts'
import { findNearestName } from '../nearest-name.ts'
import type { Manifest } from '../posts/manifest.ts'
import type { Post } from '../posts/post.ts'
import { explainPair } from '../relations/explain-pair.ts'
import { gatherFindings } from '../relations/relation-findings.ts'
import { type Call, wrongUse } from './command-line.ts'
import { formatProblems, toExitCode } from './format-problems.ts'
import { formatDate } from './import-report.ts'
import type { ExitCode, Io } from './io.ts'
import { readOrders, readSortedPosts } from './read-sorted-posts.ts'

/** `tag-archive explain SLUG [SLUG_B]`: how a date was found; why two posts are linked, or why not. */
export async function runExplain(call: Call, io: Io): Promise<ExitCode> {
  const { posts, problems } = await readSortedPosts(call, io)
  const [post, other] = call.args.map((slug) => findPost(posts, slug))
  if (post !== undefined)
    io.stdout(
      other === undefined ? explainDate(post, posts, await readOrders(call, io)) : explainTwo(post, other, posts),
    )
  io.stderr(formatProblems(problems))
  return toExitCode(problems)
}

function findPost(posts: readonly Post[], slug: string): Post {
  // A shell completes the name of the file.
  const name = path.basename(slug, '.md')
  const found = posts.find((post) => post.slug === slug) ?? posts.find((post) => post.slug === name)
  if (found !== undefined) return found
  const nearest = findNearestName(
    slug,
    posts.map((post) => post.slug),
  )
  throw new TagArchiveError('POST_UNKNOWN', {
    problem: `No post has the slug "${slug}".`,
    remedy: nearest === undefined ? 'See the names of the files in the folder of posts.' : `Did you mean "${nearest}"?`,
  })
}

type Orders = Manifest['orders']

function explainDate(post: Post, posts: readonly Post[], orders: Orders): string {
  const { title, slug, date } = post
  const reasons = date?.kind === 'stated' ? [] : ['', ...formatExplanation(explainAgain(post, posts, orders))]
  return `${[title, slug, '', `Date: ${formatDate(date)}`, describeCertainty(date), ...reasons].join('\n')}\n`
}

/** Dates the posts anew, as the import did: from their texts and the archives' orders, with what is stated as facts. */
function explainAgain(post: Post, posts: readonly Post[], orders: Orders): DateExplanation {
  const anchors = posts.map(({ date }) => (date?.kind === 'stated' ? date : undefined))
  const places = new Map(posts.map(({ id }, place) => [id, place]))
  const sequences = orders.map((order) => order.map((id) => places.get(id)).filter((place) => place !== undefined))
  return explainDates({ articles: posts, sequences, anchors })[posts.indexOf(post)]!
}

function describeCertainty(date: PostDate | undefined): string {
  switch (date?.kind) {
    case 'stated':
      return 'Stated by the source or the owner.'
    case 'inferred':
      return `Best estimate ${date.day}, from ${date.earliest} to ${date.latest}.\nEvidence: ${date.evidence || 'none is recorded'}`
    case 'bounded':
      return `Only a bound is known.\nEvidence: ${date.evidence || 'none is recorded'}`
    case undefined:
      return 'Nothing is known: neither the text nor its neighbours in the archive tell.'
  }
}

function explainTwo(post: Post, other: Post, posts: readonly Post[]): string {
  if (post === other) throw wrongUse('Both slugs name one post.', 'Name two posts, or one to see its date.')
  return `${explainPair(post, other, gatherFindings(posts)).join('\n')}\n`
}
