import path from 'node:path'
import { dateArticles } from '../dating/date-articles.ts'
import { type Problem, TagArchiveError } from '../errors.ts'
import { importArchives } from '../import/import-archives.ts'
import { applyChanges } from '../posts/apply-changes.ts'
import { findOwnerDate } from '../posts/arrival.ts'
import { matchArticles } from '../posts/match-articles.ts'
import { openImportTarget } from '../posts/open-import-target.ts'
import { type Change, planImport } from '../posts/plan-import.ts'
import type { PostFolder } from '../posts/post-file.ts'
import { findTagFaults } from './check-folder.ts'
import { type Call, toTimeZone, wrongUse } from './command-line.ts'
import { formatProblems, toExitCode } from './format-problems.ts'
import { formatImport, toImportJson } from './import-report.ts'
import { readInput } from './input-files.ts'
import type { ExitCode, Io } from './io.ts'
import { startProgress } from './progress.ts'

/** `tag-archive import`: archive files → articles → dates → plan → files. */
export async function runImport(call: Call, io: Io): Promise<ExitCode> {
  const out = call.values.get('out') ?? 'posts'
  const directory = path.resolve(io.cwd, out)
  const timeZone = toTimeZone(call)
  const isDryRun = call.switches.has('dry-run')
  const progress = startProgress(io)

  const input = await readInput(call.args, io.cwd)
  const target = await openImportTarget(directory, { timeZone })
  progress.stage('Reading the archive')
  const imported = importArchives(input.files, {
    tag: call.values.get('tag'),
    lang: toLang(call),
    areCategoriesTags: call.switches.has('categories-as-tags'),
    timeZone,
  })
  if (imported.articles.length === 0) throw noArticles(call.args, imported.problems[0])
  progress.stage('Matching posts')
  const matches = matchArticles(imported.articles, target.folder, target.manifest)
  progress.stage('Finding dates')
  const dating = dateArticles({ ...imported, anchors: matches.map(findOwnerDate) })
  const plan = planImport({ ...target, matches, sequences: imported.sequences, dates: dating.dates, timeZone })
  progress.stage(`Writing ${plan.changes.length} posts`)
  if (!isDryRun) await applyChanges(directory, plan.changes, plan.manifest)
  progress.end()

  const problems = [
    ...input.problems,
    ...imported.problems,
    ...target.problems,
    ...dating.problems,
    ...plan.problems,
    ...findAlikeTagsOf(plan.changes, target.folder),
  ]
  const report = { changes: plan.changes, problems, furniture: imported.furniture }
  if (call.switches.has('json')) io.stdout(toImportJson(report, timeZone))
  else io.stdout(formatImport(report, { out, isDryRun }))
  if (!call.switches.has('json')) io.stderr(formatProblems(problems))
  return toExitCode(problems)
}

/** Told when posts come or change; those who have settled it hear it no more. */
function findAlikeTagsOf(changes: readonly Change[], { files }: PostFolder): readonly Problem[] {
  if (changes.every(({ status }) => status === 'unchanged' || status === 'conflict')) return []
  const changed = new Set(changes.map(({ path: name }) => name))
  const others = files.filter(({ path: name }) => !changed.has(name))
  return findTagFaults([...changes, ...others].map(({ post }) => post)).filter(({ code }) => code === 'TAGS_ALIKE')
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
