import path from 'node:path'
import { checkPosts } from '../posts/check-posts.ts'
import { readPostFolder } from '../posts/post-files.ts'
import { findDeadLinks } from './check-site.ts'
import { type Call, toTimeZone } from './command-line.ts'
import { countOf } from './count-of.ts'
import { formatProblems, toExitCode, toProblemsJson } from './format-problems.ts'
import type { ExitCode, Io } from './io.ts'

/** `tag-archive check`: what is wrong, and what to do about it. */
export async function runCheck(call: Call, io: Io): Promise<ExitCode> {
  const directory = path.resolve(io.cwd, call.values.get('posts') ?? 'posts')
  const folder = await readPostFolder(directory, { timeZone: toTimeZone(call) })
  const site = call.values.get('site')
  const deadLinks = site === undefined ? [] : await findDeadLinks(path.resolve(io.cwd, site), io.env.PATH_PREFIX ?? '/')
  const problems = [...folder.problems, ...checkPosts(folder.files), ...deadLinks]
  if (call.switches.has('json')) io.stdout(`${JSON.stringify({ problems: toProblemsJson(problems) }, null, 2)}\n`)
  else
    io.stdout(
      `${countOf(folder.files.length, 'post')} checked, ${countOf(problems.length, 'finding')}.\n${formatProblems(problems)}`,
    )
  return toExitCode(problems)
}
