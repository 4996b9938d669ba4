import { describe, expect, it } from 'vitest'
import { parseCommandLine, toTimeZone } from '../../src/cli/command-line.ts'
import { formatHelp } from '../../src/cli/commands.ts'
import { run } from './run-main.ts'

describe('parseCommandLine', () => {
  it('takes options before, between and after the arguments, with a space or an equals sign', () => {
    const call = parseCommandLine(['import', '--out=there', 'a', '--json', 'b', '--tag', 'C#'])
    expect(call).toMatchObject({ command: 'import', args: ['a', 'b'], wantsHelp: false })
    expect(Object.fromEntries(call.values)).toEqual({ out: 'there', tag: 'C#' })
    expect(Array.from(call.switches)).toEqual(['json'])
  })

  it('takes what follows two hyphens for a path', () => {
    expect(parseCommandLine(['import', '--', '--json']).args).toEqual(['--json'])
  })

  it.each([
    [['imprt', 'a'], 'There is no command "imprt". Did you mean "import"?'],
    [['publish'], 'There is no command "publish". See: tag-archive --help'],
    [['import', 'a', '--jsno'], 'There is no option "--jsno". Did you mean "--json"?'],
    [['import', 'a', '--zzzzzz'], 'There is no option "--zzzzzz". See: tag-archive import --help'],
    [['relations', '--out', 'x'], 'There is no option "--out".'],
    [['import', 'a', '-x'], 'There is no option "-x".'],
    [['import', 'a', '--out'], '--out needs a value. Write --out FOLDER.'],
    [['import', 'a', '--out', '--json'], '--out needs a value.'],
    [['import', 'a', '--out='], '--out needs a value.'],
    [['import', 'a', '--json=yes'], '--json takes no value'],
    [['import'], '"import" needs FILE_OR_FOLDER.'],
    [['import', ''], '"import" got "" for FILE_OR_FOLDER.'],
    [['explain', 'a', 'b', 'c'], '"explain" takes no "c".'],
    [['check', 'posts'], '"check" takes no "posts".'],
  ])('refuses %j and says what to write', (argv, message) => {
    expect(() => parseCommandLine(argv)).toThrow(message)
  })

  it('refuses a time zone that is none', () => {
    expect(() => toTimeZone(parseCommandLine(['check', '--time-zone', 'Europe/Atlantis']))).toThrow(/Europe\/Atlantis/)
    expect(toTimeZone(parseCommandLine(['check']))).toBe('Europe/Paris')
  })
})

describe('help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('of the program is shown for %j', async (argv) => {
    expect(await run('.', ...argv)).toEqual({ code: 0, stdout: formatHelp(), stderr: '' })
  })

  it.each([[['import', '--help']], [['import', '-h']], [['help', 'import']], [['--help', 'import']]])(
    'of a command is shown for %j',
    async (argv) => {
      expect(await run('.', ...argv)).toEqual({ code: 0, stdout: formatHelp('import'), stderr: '' })
    },
  )

  it('fits a terminal of 100 columns in its list of options', () => {
    const options = formatHelp('import')
      .split('\n')
      .filter((line) => line.startsWith('  --'))
    expect(Math.max(...options.map((line) => line.length))).toBeLessThanOrEqual(100)
  })
})
