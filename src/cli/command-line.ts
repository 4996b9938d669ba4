import { parseArgs } from 'node:util'
import { IANAZone } from 'luxon'
import { TagArchiveError } from '../errors.ts'
import { findNearestName } from '../nearest-name.ts'
import { type CommandDescription, type CommandName, commands, isCommandName } from './commands.ts'

/** A command line that was understood. `command` is absent where only the program's help was asked for. */
export interface Call {
  readonly command?: CommandName | undefined
  readonly wantsHelp: boolean
  readonly args: readonly string[]
  /** Options with a value, by name. */
  readonly values: ReadonlyMap<string, string>
  /** Options without one that were given. */
  readonly switches: ReadonlySet<string>
}

/** @throws {TagArchiveError} `COMMAND_LINE` with the nearest known word, for anything that no command takes. */
export function parseCommandLine(argv: readonly string[]): Call {
  const [name = '--help', ...rest] = argv
  if (name === '--help' || name === '-h' || name === 'help') {
    const command = rest.find(isCommandName)
    return { command, wantsHelp: true, args: [], values: new Map(), switches: new Set() }
  }
  if (!isCommandName(name)) throw unknown('command', name, Object.keys(commands), '')
  return { command: name, ...parseArguments(name, commands[name], rest) }
}

/** The site's time zone, as asked for. */
export function toTimeZone({ values }: Call): string {
  const timeZone = values.get('time-zone') ?? 'Europe/Paris'
  if (IANAZone.isValidZone(timeZone)) return timeZone
  throw wrongUse(`There is no time zone "${timeZone}".`, 'Name one as in "Europe/Paris" or "America/New_York".')
}

/** An error that more reading of the help would have avoided. */
export const wrongUse = (problem: string, remedy: string): TagArchiveError =>
  new TagArchiveError('COMMAND_LINE', { problem, remedy })

function parseArguments(
  name: CommandName,
  command: CommandDescription,
  argv: readonly string[],
): Omit<Call, 'command'> {
  const known = Object.entries(command.options)
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      known.map(([key, { value }]) => [key, { type: value === undefined ? 'boolean' : 'string' } as const]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const args: string[] = []
  const values = new Map<string, string>()
  const switches = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value)
    if (token.kind !== 'option') continue
    const option = token.rawName === '-h' ? command.options.help : command.options[token.name]
    if (option === undefined)
      throw unknown(
        'option',
        token.rawName,
        known.map(([key]) => `--${key}`),
        name,
      )
    if (option.value === undefined) switches.add(token.name === 'h' ? 'help' : token.name)
    else values.set(token.name, checkValue(token.rawName, token.value, option.value))
    if (option.value === undefined && token.value !== undefined) {
      throw wrongUse(`${token.rawName} takes no value, and got "${token.value}".`, `Write ${token.rawName} alone.`)
    }
  }
  const wantsHelp = switches.has('help')
  if (!wantsHelp) checkArguments(name, command, args)
  return { wantsHelp, args, values, switches }
}

function checkValue(option: string, value: string | undefined, name: string): string {
  if (value !== undefined && value.trim() !== '' && !value.startsWith('-')) return value
  throw wrongUse(`${option} needs a value.`, `Write ${option} ${name}.`)
}

function checkArguments(
  name: CommandName,
  { usage, arguments: { name: noun, least, most } }: CommandDescription,
  args: readonly string[],
): void {
  const blank = args.find((arg) => arg.trim() === '')
  if (blank !== undefined) {
    throw wrongUse(`"${name}" got "${blank}" for ${noun}.`, 'Write a name; a variable of the shell may be empty.')
  }
  if (args.length < least) throw wrongUse(`"${name}" needs ${noun}.`, `Write: tag-archive ${usage}`)
  if (args.length > most) throw wrongUse(`"${name}" takes no "${args[most]}".`, `Write: tag-archive ${usage}`)
}

function unknown(kind: 'command' | 'option', word: string, known: readonly string[], command: string): TagArchiveError {
  const nearest = findNearestName(word, known)
  const help = `tag-archive ${command}${command === '' ? '' : ' '}--help`
  return wrongUse(
    `There is no ${kind} "${word}".`,
    nearest === undefined ? `See: ${help}` : `Did you mean "${nearest}"? See also: ${help}`,
  )
}
