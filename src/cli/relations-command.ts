import { findRelations } from '../relations/find-relations.ts'
import { type Call, toTimeZone } from './command-line.ts'
import { formatProblems, toExitCode } from './format-problems.ts'
import type { ExitCode, Io } from './io.ts'
import { relateWithKept } from './kept-relations.ts'
import { startProgress } from './progress.ts'
import { readSortedPosts } from './read-sorted-posts.ts'
import { formatRelations, toRelationsJson } from './relations-report.ts'

/** `tag-archive relations`: every relation with its evidence. */
export async function runRelations(call: Call, io: Io): Promise<ExitCode> {
  const progress = startProgress(io)
  const { posts, problems } = await readSortedPosts(call, io)
  progress.stage('Comparing posts')
  const graph = relateWithKept(io, (kept) => findRelations(posts, {}, kept))
  progress.end()
  const isJson = call.switches.has('json')
  io.stdout(isJson ? toRelationsJson(posts, graph, toTimeZone(call)) : formatRelations(posts, graph))
  io.stderr(formatProblems(problems))
  return toExitCode(problems)
}
