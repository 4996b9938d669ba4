import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readBuildTime } from '../eleventy/build-time.ts'
import { TagArchiveError, toReason } from '../errors.ts'
import { feedIdsPath } from '../pages/urls.ts'
import { checkComments } from '../posts/check-comments.ts'
import { readCommentFiles } from '../posts/comment-files.ts'
import { readPostFolder } from '../posts/post-files.ts'
import { checkFolder } from './check-folder.ts'
import { findIdChanges, type PublishedFile } from './check-site/changed-ids.ts'
import { checkSite } from './check-site/check-site.ts'
import { openSiteFolder } from './check-site/site-folder.ts'
import { type Call, toTimeZone } from './command-line.ts'
import { countOf } from './count-of.ts'
import { formatProblems, toExitCode, toProblemsJson } from './format-problems.ts'
import type { ExitCode, Io } from './io.ts'

/** `tag-archive check`: what is wrong with the posts and, once it is built, with the site, and what to do about it. */
export async function runCheck(call: Call, io: Io): Promise<ExitCode> {
  const directory = path.resolve(io.cwd, call.values.get('posts') ?? 'posts')
  const timeZone = toTimeZone(call)
  const folder = await readPostFolder(directory, { timeZone })
  const posts = folder.files.map(({ post }) => post)
  const siteName = findSite(call, io)
  const site = siteName === undefined ? undefined : await openSiteFolder(path.resolve(io.cwd, siteName))
  const published = await readPublished(call, io)
  const problems = [
    ...checkFolder(folder, { now: readBuildTime(io.env), timeZone }),
    ...checkComments(await readCommentFiles(directory), posts),
    ...(site === undefined ? [] : checkSite(site, posts, io.env.PATH_PREFIX)),
    ...(site === undefined || published === undefined ? [] : findIdChanges(site, published)),
  ]
  if (call.switches.has('json')) io.stdout(`${JSON.stringify({ problems: toProblemsJson(problems) }, null, 2)}\n`)
  else {
    const checked = `${countOf(posts.length, 'post')}${siteName === undefined ? '' : ` and the site in ${siteName}`} checked`
    io.stdout(`${checked}, ${countOf(problems.length, 'finding')}.\n${formatProblems(problems, 'To mend')}`)
  }
  return toExitCode(problems)
}

async function readPublished({ values }: Call, { cwd }: Io): Promise<PublishedFile | undefined> {
  const name = values.get('published')
  if (name === undefined) return undefined
  const text = await readFile(path.resolve(cwd, name), 'utf8').catch((cause: unknown) => {
    throw new TagArchiveError('PUBLISHED_UNREADABLE', {
      problem: `${name} can't be read: ${toReason(cause)}.`,
      remedy: `Save ${feedIdsPath} of the published site there, or leave out --published.`,
      cause,
    })
  })
  return { name, text }
}

/** The site that was asked for, else the usual one where it was built. */
function findSite({ values }: Call, { cwd }: Io): string | undefined {
  const usual = '_site'
  return values.get('site') ?? (existsSync(path.resolve(cwd, usual)) ? usual : undefined)
}
