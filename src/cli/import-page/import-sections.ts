import type { Problem } from '../../errors.ts'
import { type Html, type HtmlPart, html } from '../../markup/html.ts'
import type { AlikeTags } from '../../pages/alike-tags.ts'
import type { Change } from '../../posts/plan-import.ts'
import type { Post, PostId } from '../../posts/post.ts'
import { formatDate, type ImportReport, listUncertain } from '../import-report.ts'
import { formatCount, formatCountOf, formatDetails, formatTable, type Section } from './page-parts.ts'
import { formatProblemGroups } from './problem-groups.ts'

export interface ReportPlace {
  /** The posts' folder as it was named. */
  readonly out: string
  /** Its address as seen from the report, with a slash at the end; absent where nothing was written. */
  readonly postsAddress: string | undefined
}

/** What has to be looked at first, then what was made, then what it was made of. */
export function listSections(report: ImportReport, place: ReportPlace): readonly Section[] {
  const { problems, changes, copies, alikeTags, spellings, versions, files, furniture } = report
  const losses = problems.filter(({ severity }) => severity === 'loss')
  const cuts = problems.filter(({ code }) => cutCodes.has(code))
  const doubts = problems.filter(({ severity, code }) => severity === 'doubt' && !ownSection.has(code))
  const links = new PostLinks(report, place)
  const uncertain = listUncertain(changes)
  const commented = changes.filter(({ comments }) => comments !== undefined)
  const several = changes.filter((change) => change.files.length > 1)
  return [
    { id: 'left-out', heading: 'Left out', count: losses.length, content: formatProblemGroups(losses) },
    { id: 'cuts', heading: 'Uncertain cuts', count: cuts.length, content: formatCuts(cuts) },
    { id: 'dates', heading: 'Uncertain dates', count: uncertain.length, content: formatDates(uncertain, links) },
    { id: 'tags', heading: 'Tags that look alike', count: alikeTags.length, content: formatTags(alikeTags) },
    {
      id: 'spellings',
      heading: 'Spellings of one tag',
      count: spellings.length,
      content: formatSpellings(spellings),
    },
    {
      id: 'versions',
      heading: 'Versions of one article',
      count: versions?.length ?? 0,
      content: formatVersions(versions ?? [], links),
    },
    { id: 'joined', heading: 'Met in several files', count: several.length, content: formatSeveral(several, links) },
    { id: 'doubts', heading: 'To look at', count: doubts.length, content: formatProblemGroups(doubts) },
    { id: 'posts', heading: 'Posts', count: changes.length, content: formatPosts(changes, links) },
    { id: 'comments', heading: 'Comments', count: commented.length, content: formatComments(commented, links) },
    { id: 'media', heading: 'Images and attachments', count: copies.length, content: formatCopies(copies) },
    { id: 'files', heading: 'What was read', count: files.length, content: formatFiles(files) },
    {
      id: 'furniture',
      heading: 'Lines that belong to no post',
      count: furniture.length,
      content: formatFurniture(furniture),
    },
  ]
}

const cutCodes = new Set(['DOUBTFUL_CUT', 'POSSIBLE_CUT'])
const ownSection = new Set([...cutCodes, 'TAGS_ALIKE'])

/** Titles of posts that lead to their files. */
class PostLinks {
  private readonly titles: ReadonlyMap<PostId, string>
  private readonly paths: ReadonlyMap<PostId, string>
  private readonly address: string | undefined

  constructor({ changes, otherFiles }: ImportReport, { postsAddress }: ReportPlace) {
    const known = [...otherFiles, ...changes]
    this.titles = new Map(known.map(({ post: { id, title } }) => [id, title]))
    this.paths = new Map(known.map(({ post: { id }, path }) => [id, path]))
    this.address = postsAddress
  }

  of(id: PostId): HtmlPart {
    const [title, path] = [this.titles.get(id), this.paths.get(id)]
    if (this.address === undefined || path === undefined) return title
    return html`<a href="${this.address}${encodeURIComponent(path)}">${title}</a>`
  }
}

/** A line ends before a day, not in it. */
const withWholeDays = (text: string): HtmlPart =>
  text.split(/(\d{4}-\d\d-\d\d)/).map((part, at) => (at % 2 === 1 ? html`<span class="day">${part}</span>` : part))

const formatCuts = (cuts: readonly Problem[]): Html =>
  formatTable({
    caption: 'Uncertain cuts',
    columns: ['File', 'Line', 'What was decided', 'What to do'],
    rows: cuts.map(({ source, message, remedy }) => [source?.file, source?.lines?.first, message, remedy]),
  })

function formatDates(posts: readonly Post[], links: PostLinks): Html {
  const table = formatTable({
    caption: 'Uncertain dates',
    columns: ['Post', 'Best estimate', 'Not before', 'Not after', 'Evidence'],
    rows: posts.map(({ id, date }) => [links.of(id), ...toDateCells(date)]),
  })
  return html`<p>The least certain first. To settle one, write <code>date</code> into its file and take out <code>dateEarliest</code>, <code>dateLatest</code> and <code>dateEvidence</code>.</p>${formatDetails('Posts whose date was worked out', posts.length, table)}`
}

function toDateCells(date: Post['date']): readonly HtmlPart[] {
  switch (date?.kind) {
    case 'inferred':
      return [...[date.day, date.earliest, date.latest].map(withWholeDays), date.evidence]
    case 'bounded':
      return date.bound === 'earliest'
        ? ['none', date.day, 'open', date.evidence]
        : ['none', 'open', date.day, date.evidence]
    case 'stated':
      return [date.day, date.day, date.day, '']
    case undefined:
      return ['none', 'open', 'open', 'neither text nor neighbours tell']
  }
}

function formatTags(pairs: readonly AlikeTags[]): Html {
  const lines = pairs.map(({ rarer, other }) => `  ${JSON.stringify(rarer.name)}: ${JSON.stringify(other.name)},\n`)
  const table = formatTable({
    caption: 'Tags that look alike',
    columns: ['Tag', 'Posts', 'Looks like', 'Posts'],
    rows: pairs.map(({ rarer, other }) => [rarer.name, rarer.posts.length, other.name, other.posts.length]),
  })
  return html`<p>Nothing was changed. Put the lines of those that are one into the option <code>tagNames</code> (in the ready site, <code>_data/tagNames.ts</code>):</p><pre tabindex="0">aliases: {\n${lines.join('')}}</pre>${table}`
}

const formatSpellings = (spellings: ImportReport['spellings']): Html =>
  html`<p>Names that differ by no more than case, accents, spaces or hyphens are one tag, under the most used of them. To show another one, write it into <code>names</code> of the option <code>tagNames</code>.</p>${formatDetails(
    'Tags',
    spellings.length,
    formatTable({
      caption: 'Spellings of one tag',
      columns: ['Shown', 'Also written'],
      rows: spellings.map(([shown, ...others]) => [
        `${shown?.name} (${shown?.posts})`,
        others.map(({ name, posts }) => `${name} (${posts})`).join(', '),
      ]),
    }),
  )}`

const formatVersions = (versions: NonNullable<ImportReport['versions']>, links: PostLinks): Html =>
  html`<p>The site shows the canonical version, and the other as its copy. If two are not one article, write <code>notRelatedTo</code> into one of them.</p>${formatDetails(
    'Pairs',
    versions.length,
    formatTable({
      caption: 'Versions of one article',
      columns: ['Canonical version', 'Copy', 'Difference', 'Common'],
      rows: versions.map(({ canonical, copy, change, containment }) => [
        links.of(canonical),
        links.of(copy),
        change,
        `${Math.round(containment * 100)} %`,
      ]),
    }),
  )}`

const formatSeveral = (changes: readonly Change[], links: PostLinks): Html =>
  formatDetails(
    'Posts that were joined',
    changes.length,
    formatTable({
      caption: 'Posts met in several files',
      columns: ['Post', 'Files', 'Text from', 'Date from'],
      rows: changes.map(({ post, files, origins }) => [
        links.of(post.id),
        files.join(', '),
        origins.body,
        origins.date,
      ]),
    }),
  )

const statusNames: Readonly<Record<Change['status'], string>> = {
  conflict: 'In conflict, left as they are',
  updated: 'Updated',
  merged: 'Merged',
  created: 'Created',
  unchanged: 'Unchanged',
}

function formatPosts(changes: readonly Change[], links: PostLinks): Html {
  const statuses = Object.keys(statusNames).filter((name): name is Change['status'] => name in statusNames)
  const groups = statuses.map((status) => ({ status, posts: changes.filter((change) => change.status === status) }))
  return html`${groups
    .filter(({ posts }) => posts.length > 0)
    .map(({ status, posts }) =>
      formatDetails(
        statusNames[status],
        posts.length,
        formatTable({
          caption: `Posts: ${statusNames[status].toLowerCase()}`,
          columns: ['Post', 'Date', 'Tags', 'Source'],
          rows: posts.map(({ post }) => [
            html`${links.of(post.id)}${post.isDraft && html` <span class="soft">(draft)</span>`}`,
            withWholeDays(formatDate(post.date)),
            post.tags.join(', '),
            post.source?.file,
          ]),
        }),
      ),
    )}`
}

const formatComments = (changes: readonly Change[], links: PostLinks): Html =>
  html`<p>They stand in files beside their posts; <code>comments: 'shown'</code> in the options shows them.</p>${formatDetails(
    'Posts whose comments came along, or changed',
    changes.length,
    formatTable({
      caption: 'Comments',
      columns: ['Post', 'File'],
      rows: changes.map(({ post, comments }) => [links.of(post.id), comments?.path]),
    }),
  )}`

const formatCopies = (copies: ImportReport['copies']): Html =>
  formatDetails(
    'Files that came along',
    copies.length,
    formatTable({
      caption: 'Images and attachments',
      columns: ['File', 'Kilobytes'],
      rows: copies.map(({ name, size }) => [name, formatCount(Math.ceil(size / 1000))]),
    }),
  )

const formatFiles = (files: ImportReport['files']): Html =>
  formatDetails(
    'Files',
    files.length,
    formatTable({
      caption: 'Files that were read',
      columns: ['File', 'Read as', 'Encoding', 'Archive', 'Posts'],
      rows: files.map(({ file, format, encoding, pages }) => [
        file,
        format ?? 'nothing: see what was left out',
        encoding,
        [...new Set(pages.map(formatPage))].join(', '),
        formatCount(pages.reduce((sum, { posts }) => sum + posts, 0)),
      ]),
    }),
  )

/** Pages of one heading, in one file or in several, were joined. */
function formatPage({ heading, number }: ImportReport['files'][number]['pages'][number]): string {
  const name = heading === undefined ? '' : `${heading.kind} “${heading.name}”`
  return [name, number === undefined ? '' : `page ${number}`].filter((part) => part !== '').join(', ')
}

/** Menus and footers of saved pages come by the thousand. */
const mostLines = 200

function formatFurniture(furniture: ImportReport['furniture']): Html {
  const byFile = new Map<string, ImportReport['furniture'][number][]>()
  for (const line of furniture) {
    const lines = byFile.get(line.file)
    if (lines === undefined) byFile.set(line.file, [line])
    else lines.push(line)
  }
  return html`${Array.from(byFile, ([file, lines]) => {
    const rest = lines.length - mostLines
    const table = formatTable({
      caption: `Lines of ${file}`,
      columns: ['Line', 'Text'],
      rows: lines.slice(0, mostLines).map(({ line, text }) => [line, text]),
    })
    return formatDetails(
      file,
      lines.length,
      html`${table}${rest > 0 && html`<p>${formatCountOf(rest, 'more line')}; --json lists them all.</p>`}`,
    )
  })}`
}
