import { TagArchiveError, toReason } from '../errors.ts'
import { runCheck } from './check-command.ts'
import { type Call, parseCommandLine } from './command-line.ts'
import { formatHelp } from './commands.ts'
import { runExplain } from './explain-command.ts'
import { runImport } from './import-command.ts'
import type { ExitCode, Io } from './io.ts'
import { runRelations } from './relations-command.ts'

/**
 * The command line: `tag-archive import | relations | explain | check`.
 *
 * @param argv - Without the program's own name.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await run(parseCommandLine(argv), io)
  } catch (error) {
    io.stderr(formatError(error, argv.includes('--verbose')))
    return 2
  }
}

async function run(call: Call, io: Io): Promise<ExitCode> {
  if (call.wantsHelp || call.command === undefined) {
    io.stdout(formatHelp(call.command))
    return 0
  }
  switch (call.command) {
    case 'import':
      return runImport(call, io)
    case 'relations':
      return runRelations(call, io)
    case 'explain':
      return runExplain(call, io)
    case 'check':
      return runCheck(call, io)
  }
}

function formatError(error: unknown, isVerbose: boolean): string {
  const stack =
    error instanceof Error && isVerbose
      ? `${error.stack}\n${error.cause instanceof Error ? `${error.cause.stack}\n` : ''}`
      : ''
  if (error instanceof TagArchiveError) return `${error.problem}\n  ${error.remedy}\n${stack}`
  return `This should not have happened: ${toReason(error)}\n  Please report it, with what --verbose shows.\n${stack}`
}
