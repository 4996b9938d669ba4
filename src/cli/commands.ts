/** An option of a command. `value`: the name of its value in the help; without one it is a switch. */
export interface OptionDescription {
  readonly value?: string | undefined
  readonly help: string
}

export interface CommandDescription {
  readonly usage: string
  readonly help: string
  readonly arguments: { readonly name: string; readonly least: number; readonly most: number }
  readonly options: Readonly<Record<string, OptionDescription>>
}

export type CommandName = 'import' | 'relations' | 'explain' | 'check'

const posts: OptionDescription = { value: 'FOLDER', help: 'Folder of the posts. Default: posts' }
const timeZone: OptionDescription = { value: 'ZONE', help: 'Time zone that days are counted in. Default: Europe/Paris' }
const json: OptionDescription = { help: 'Print one JSON document on standard output, and nothing else' }
const everywhere = {
  verbose: { help: 'Show where in the program an error arose' },
  help: { help: 'Show this help' },
}
const none = { name: '', least: 0, most: 0 }

export const commands: Readonly<Record<CommandName, CommandDescription>> = {
  import: {
    usage: 'import FILE_OR_FOLDER…',
    help: 'Reads saved pages of an old blog and writes one Markdown file per post. Run again, it brings what the source changed and keeps what you edited.',
    arguments: { name: 'FILE_OR_FOLDER', least: 1, most: Number.POSITIVE_INFINITY },
    options: {
      out: { value: 'FOLDER', help: 'Where the posts are written. Default: posts' },
      tag: { value: 'NAME', help: 'Tag of all posts, where the archive does not name it' },
      lang: { value: 'LANG', help: 'Language of all posts, such as fr. Default: found in each text' },
      'categories-as-tags': { help: 'Give each post its categories as tags, too' },
      uploads: { value: 'FOLDER', help: "Copy of the old blog's wp-content/uploads, for its images and attachments" },
      pages: { help: 'Bring pages of the old blog along, each at its old address' },
      'publish-drafts': { help: 'Publish what was a draft, waited for review, or for its day' },
      'time-zone': timeZone,
      report: {
        value: 'FILE',
        help: 'Write the whole report as a page, with versions: report.html',
      },
      'dry-run': { help: 'Print what would be written, and write no post' },
      json,
      ...everywhere,
    },
  },
  relations: {
    usage: 'relations',
    help: 'Lists which posts are versions of one article, which continue which, and which are alike, with the evidence.',
    arguments: none,
    options: { posts, 'time-zone': timeZone, json, ...everywhere },
  },
  explain: {
    usage: 'explain SLUG [SLUG_B]',
    help: 'Tells how the date of a post was found; with two posts, why they are linked, or why not.',
    arguments: { name: 'SLUG', least: 1, most: 2 },
    options: { posts, 'time-zone': timeZone, ...everywhere },
  },
  check: {
    usage: 'check',
    help: 'Lists what is wrong with the posts and with the built site, and what to do about it.',
    arguments: none,
    options: {
      posts,
      site: { value: 'FOLDER', help: 'The built site. Default: _site, if it was built' },
      published: { value: 'FILE', help: 'feed-ids.txt of the published site: tells whose ids have changed' },
      'time-zone': timeZone,
      json,
      ...everywhere,
    },
  },
}

export const isCommandName = (text: string): text is CommandName => Object.hasOwn(commands, text)

/** The help of one command, or of the program. */
export function formatHelp(name?: CommandName): string {
  if (name === undefined) {
    const lines = Object.values(commands).map(({ usage, help }) => `  tag-archive ${usage}\n      ${help}\n`)
    return `Turns a legacy blog archive into a fast static site.\n\n${lines.join('\n')}\nOptions of a command: tag-archive COMMAND --help\n`
  }
  const { usage, help, options } = commands[name]
  const heads = Object.entries(options).map(([key, { value }]) => `--${key}${value === undefined ? '' : ` ${value}`}`)
  const width = Math.max(...heads.map((head) => head.length))
  const lines = Object.values(options).map((option, index) => `  ${heads[index]!.padEnd(width)}  ${option.help}\n`)
  return `tag-archive ${usage}\n\n${help}\n\n${lines.join('')}`
}
