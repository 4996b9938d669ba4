import path from 'node:path'
import { type DatingResult, dateArticles } from '../dating/date-articles.ts'
import { type Problem, TagArchiveError } from '../errors.ts'
import { findImagesLeft } from '../import/images-left.ts'
import { type ImportResult, importArchives } from '../import/import-archives.ts'
import { findRemoteImages } from '../import/media/media-problems.ts'
import { toAlikeProblems } from '../pages/alike-tags.ts'
import { findSpellings } from '../pages/tag-spellings.ts'
import { applyChanges } from '../posts/apply-changes.ts'
import { findOwnerDate } from '../posts/arrival.ts'
import { matchArticles } from '../posts/match-articles.ts'
import { type ImportTarget, openImportTarget } from '../posts/open-import-target.ts'
import { type Change, type ImportPlan, planImport } from '../posts/plan-import.ts'
import type { Post } from '../posts/post.ts'
import { findVersions } from '../relations/find-relations.ts'
import { findAlikeTagsOf } from './check-folder.ts'
import { type Call, toTimeZone, wrongUse } from './command-line.ts'
import { formatProblems, toExitCode } from './format-problems.ts'
import { type GatheredMedia, gatherMedia } from './gather-media.ts'
import { formatImportPage } from './import-page/format-import-page.ts'
import type { ReportPlace } from './import-page/import-sections.ts'
import { checkReportPlace, writeReport } from './import-page/report-file.ts'
import { formatImport, type ImportReport, toImportJson } from './import-report.ts'
import { findSkipped, type Input, readInput } from './input-files.ts'
import type { ExitCode, Io } from './io.ts'
import { startProgress } from './progress.ts'

/** `tag-archive import`: archive files → articles → dates → plan → files. */
export async function runImport(call: Call, io: Io): Promise<ExitCode> {
  const out = toOut(call)
  const directory = path.resolve(io.cwd, out)
  const timeZone = toTimeZone(call)
  const isDryRun = call.switches.has('dry-run')
  const progress = startProgress(io)

  const reportFile = toReportFile(call, io)
  if (reportFile !== undefined) await checkReportPlace(reportFile)
  const input = await readInput(call.args, io.cwd)
  const target = await openImportTarget(directory, { timeZone })
  progress.stage('Reading the archive')
  const imported = importArchives(input.files, {
    tag: call.values.get('tag'),
    lang: toLang(call),
    areCategoriesTags: call.switches.has('categories-as-tags'),
    arePagesPosts: call.switches.has('pages'),
    areDraftsPublished: call.switches.has('publish-drafts'),
    timeZone,
  })
  if (imported.articles.length === 0) throw noArticles(call.args, imported.problems[0])
  progress.stage('Matching posts')
  const found = matchArticles(imported.articles, target.folder, target.manifest)
  progress.stage('Finding images')
  const media = await gatherMedia({
    articles: imported.articles,
    locations: input.locations,
    uploads: toUploads(call, io),
    directory,
    known: target.manifest.media,
  })
  // Posts are known by the text that their source has, wherever its images are.
  const matches = found.map((match, index) => ({ ...match, article: media.articles[index]! }))
  progress.stage('Finding dates')
  const dating = dateArticles({ ...imported, anchors: matches.map(findOwnerDate) })
  const plan = planImport({ ...target, matches, sequences: imported.sequences, dates: dating.dates, timeZone })
  progress.stage(`Writing ${plan.changes.length} posts`)
  if (!isDryRun) await applyChanges(directory, plan.changes, { ...plan.manifest, media: media.addresses }, media.copies)
  const report = toReport({ input, target, imported, media, dating, plan })
  if (reportFile === undefined) {
    progress.end()
    return tell(report, call, io)
  }
  progress.stage('Comparing texts')
  const whole = { ...report, versions: findVersionsIfAny(listPosts(report)) }
  const page = formatImportPage(whole, toReportPlace(reportFile, directory, { out, isDryRun }))
  const problems = [...whole.problems, ...(await writeReport(reportFile, page))]
  progress.end()
  return tell({ ...whole, problems }, call, io)
}

interface Stages {
  readonly input: Input
  readonly target: ImportTarget
  readonly imported: ImportResult
  readonly media: GatheredMedia
  readonly dating: DatingResult
  readonly plan: ImportPlan
}

function toReport({ input, target, imported, media, dating, plan: { changes, problems } }: Stages): ImportReport {
  const changed = new Set(changes.map(({ path: name }) => name))
  const otherFiles = target.folder.files.filter(({ path: name }) => !changed.has(name))
  const posts = listPosts({ changes, otherFiles })
  const alikeTags = hasNews(changes) ? findAlikeTagsOf(posts) : []
  return {
    files: imported.files,
    changes,
    copies: media.copies,
    otherFiles,
    problems: [
      ...input.problems,
      ...findSkipped(input.skipped, media.lookedAt),
      ...imported.problems,
      ...media.problems,
      ...findImagesLeft(media.articles),
      ...findRemoteImages(media.articles),
      ...target.problems,
      ...dating.problems,
      ...problems,
      ...toAlikeProblems(alikeTags),
    ],
    furniture: imported.furniture,
    alikeTags,
    spellings: findSpellings(posts.filter(({ isDraft }) => !isDraft)),
  }
}

const listPosts = ({ changes, otherFiles }: Pick<ImportReport, 'changes' | 'otherFiles'>): readonly Post[] =>
  [...changes, ...otherFiles].map(({ post }) => post)

function tell(report: ImportReport, call: Call, io: Io): ExitCode {
  if (call.switches.has('json')) io.stdout(toImportJson(report, toTimeZone(call)))
  else {
    io.stdout(formatImport(report, { out: toOut(call), isDryRun: call.switches.has('dry-run') }))
    if (call.values.has('report')) io.stdout(`The whole report: ${call.values.get('report')}\n`)
    io.stderr(formatProblems(report.problems))
  }
  return toExitCode(report.problems)
}

function toReportFile({ values }: Call, { cwd }: Io): string | undefined {
  const file = values.get('report')
  return file === undefined ? undefined : path.resolve(cwd, file)
}

const toOut = ({ values }: Call): string => values.get('out') ?? 'posts'

/** Tags that look alike are told when posts come or change; those who have settled it hear it no more. */
const hasNews = (changes: readonly Change[]): boolean =>
  changes.some(({ status }) => status !== 'unchanged' && status !== 'conflict')

/** What the owner says of his posts may be impossible; `check` tells that, and the import is done. */
function findVersionsIfAny(posts: readonly Post[]): ImportReport['versions'] {
  try {
    return findVersions(posts)
  } catch (error) {
    if (error instanceof TagArchiveError) return undefined
    throw error
  }
}

function toReportPlace(
  reportFile: string,
  directory: string,
  { out, isDryRun }: { readonly out: string; readonly isDryRun: boolean },
): ReportPlace {
  const steps = path.relative(path.dirname(reportFile), directory).split(path.sep)
  return { out, postsAddress: isDryRun ? undefined : `${steps.map(encodeURIComponent).join('/') || '.'}/` }
}

function toUploads({ values }: Call, { cwd }: Io): string | undefined {
  const folder = values.get('uploads')
  return folder === undefined ? undefined : path.resolve(cwd, folder)
}

function toLang(call: Call): string | undefined {
  const lang = call.values.get('lang')
  if (lang === undefined || (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) && isLanguage(lang))) return lang
  throw wrongUse(`"${lang}" is no language.`, 'Write its two letters, such as fr or en.')
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

const isLanguage = (tag: string): boolean => languageNames.of(tag) !== undefined

/** Why nothing came out, in the words of the stage that read it. */
const noArticles = (paths: readonly string[], problem: Problem | undefined): TagArchiveError =>
  new TagArchiveError(problem?.code ?? 'NO_ARCHIVE', {
    problem: problem?.message ?? `No article was found in ${paths.join(', ')}.`,
    remedy: problem?.remedy ?? 'Give the whole text of an archive page: open it in a browser, select all, and copy it.',
  })
