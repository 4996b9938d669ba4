import { toDayNumber } from '../calendar/day.ts'
import type { PostDate } from '../dating/post-date.ts'
import type { Problem } from '../errors.ts'
import type { FileRead } from '../import/import-archives.ts'
import type { FurnitureLine } from '../import/read-text-archive.ts'
import type { AlikeTags } from '../pages/alike-tags.ts'
import type { TagSpelling } from '../pages/tag-spellings.ts'
import { toDateFields } from '../posts/date-fields.ts'
import type { Change } from '../posts/plan-import.ts'
import type { Post } from '../posts/post.ts'
import type { PostFile } from '../posts/post-file.ts'
import type { Relation } from '../relations/relation-graph.ts'
import { countOf } from './count-of.ts'
import { toProblemsJson } from './format-problems.ts'
import type { MediaCopy } from './media-search.ts'
import { toSlugs } from './relations-report.ts'

/** What an import did, to be told. */
export interface ImportReport {
  readonly files: readonly FileRead[]
  readonly changes: readonly Change[]
  /** Posts of the folder that this import didn't meet. */
  readonly otherFiles: readonly PostFile[]
  /** Files that came along with the posts. */
  readonly copies: readonly MediaCopy[]
  readonly problems: readonly Problem[]
  /** Lines of the sources that belong to no post. */
  readonly furniture: readonly FurnitureLine[]
  /** May be one; `problems` tells of them too. */
  readonly alikeTags: readonly AlikeTags[]
  /** Names that count as one tag. */
  readonly spellings: readonly (readonly TagSpelling[])[]
  /** Of all posts of the folder; absent where nobody asked to have their texts compared. */
  readonly versions?: readonly Version[] | undefined
}

type Version = Extract<Relation, { kind: 'duplicate' }>

/** The document of `import --json`. */
export function toImportJson(report: ImportReport, timeZone: string): string {
  const { files, changes, copies, otherFiles, problems, furniture, alikeTags, spellings, versions } = report
  const slugOf = versions && toSlugs([...changes, ...otherFiles].map(({ post }) => post))
  const document = {
    posts: changes.map((change) => toPostJson(change, timeZone)),
    problems: toProblemsJson(problems),
    furniture,
    files,
    media: copies.map(({ name, size }) => ({ path: name, size })),
    tagAliases: alikeTags.map(({ rarer, other }) => ({
      tag: rarer.name,
      posts: rarer.posts.length,
      other: other.name,
      otherPosts: other.posts.length,
    })),
    tagSpellings: spellings,
    versions: slugOf && versions.map((one) => ({ ...one, canonical: slugOf(one.canonical), copy: slugOf(one.copy) })),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** What a person wants to know: how many, where, and which dates to look at first. */
export function formatImport(
  { changes, copies, furniture }: ImportReport,
  { out, isDryRun }: { out: string; isDryRun: boolean },
): string {
  const plan = changes
    .filter(({ status }) => status !== 'unchanged' && (isDryRun || status !== 'created'))
    .map(({ status, path }) => `  ${status.padEnd(9)}  ${path}\n`)
  const place = isDryRun ? 'Nothing is written: dry run.' : `In ${out}.`
  return [
    `${formatCounts(changes)}. ${place}\n`,
    ...(isDryRun ? plan : toFirst(plan)),
    formatComments(changes),
    formatCopies(copies, isDryRun),
    ...(furniture.length === 0
      ? []
      : [`${countOf(furniture.length, 'line')} of the sources belong to no post; --report and --json list them.\n`]),
    formatLeastCertain(changes),
  ].join('')
}

/** Posts whose comments came along, or changed. */
function formatComments(changes: readonly Change[]): string {
  const count = changes.filter(({ comments }) => comments !== undefined).length
  if (count === 0) return ''
  return `The comments on ${countOf(count, 'post')} are in files beside the posts; comments: 'shown' in the options shows them.\n`
}

function toPostJson({ post, status, origins, files, comments }: Change, timeZone: string): unknown {
  const { date, dateEarliest, dateLatest, dateEvidence } = toDateFields(post.date, timeZone)
  return {
    id: post.id,
    slug: post.slug,
    title: post.title,
    date: date ?? null,
    dateEarliest: dateEarliest ?? null,
    dateLatest: dateLatest ?? null,
    dateEvidence: dateEvidence ?? null,
    tags: post.tags,
    lang: post.lang,
    draft: post.isDraft,
    source: post.source ?? null,
    origins,
    files,
    comments: comments?.path ?? null,
    status,
  }
}

function formatCopies(copies: readonly MediaCopy[], isDryRun: boolean): string {
  if (copies.length === 0) return ''
  const megabytes = copies.reduce((sum, { size }) => sum + size, 0) / 1e6
  const what = `${countOf(copies.length, 'file')} of images and attachments (${megabytes.toFixed(1)} MB)`
  return `${what} ${isDryRun ? 'to be copied' : 'copied'} to media/.\n`
}

const statuses: readonly Change['status'][] = ['created', 'updated', 'merged', 'unchanged', 'conflict']

/** `3 posts: 2 created, 1 unchanged` */
export function formatCounts(changes: readonly Change[]): string {
  const counts = statuses
    .map((status) => ({ status, count: changes.filter((change) => change.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status === 'conflict' ? 'in conflict' : status}`)
  return `${countOf(changes.length, 'post')}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`
}

const listed = 10

/** The first lines of a list, and how many more there are. */
const toFirst = (lines: readonly string[]): readonly string[] =>
  lines.length <= listed ? lines : [...lines.slice(0, listed), `  … and ${lines.length - listed} more\n`]

/** Posts whose day is not known for certain, the least certain first. */
export const listUncertain = (changes: readonly Change[]): readonly Post[] =>
  changes
    .map(({ post }) => ({ post, days: toUncertainty(post.date) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days)
    .map(({ post }) => post)

function formatLeastCertain(changes: readonly Change[]): string {
  const uncertain = listUncertain(changes)
  if (uncertain.length === 0) return ''
  const lines = uncertain.map(({ date, slug }) => `  ${formatDate(date).padEnd(24)}  ${slug}\n`)
  return `Least certain dates (to settle one, write "date" into its file and take out "dateEarliest", "dateLatest" and "dateEvidence"):\n${toFirst(lines).join('')}`
}

/** Days between the bounds; more than any for a post with one bound, and still more without any. */
function toUncertainty(date: PostDate | undefined): number {
  switch (date?.kind) {
    case 'stated':
      return 0
    case 'inferred':
      return toDayNumber(date.latest) - toDayNumber(date.earliest)
    case 'bounded':
      return 1e9
    case undefined:
      return 1e10
  }
}

/** A date as far as it is known, for people who maintain the site. */
export function formatDate(date: PostDate | undefined): string {
  switch (date?.kind) {
    case 'stated':
      return date.day
    case 'inferred':
      return date.earliest === date.latest ? date.day : `${date.earliest} to ${date.latest}`
    case 'bounded':
      return date.bound === 'earliest' ? `${date.day} or later` : `${date.day} or earlier`
    case undefined:
      return 'undated'
  }
}
