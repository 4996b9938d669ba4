import fs from 'node:fs'
import path from 'node:path'

const source = path.resolve(import.meta.dirname, '../src')

/** The interfaces whose keys are options, in the order of the README, with what stands before their keys. */
const groups = [
  { file: 'options.ts', type: 'TagArchiveOptions', prefix: '' },
  { file: 'options.ts', type: 'SiteOptions', prefix: 'site.' },
  { file: 'options.ts', type: 'TagNameOptions', prefix: 'tagNames.' },
  { file: 'relations/relation-options.ts', type: 'RelationOptions', prefix: 'relations.' },
  { file: 'feeds/feed-options.ts', type: 'FeedOptions', prefix: 'feeds.' },
]

/** The README's table of options, made from the docstrings of the code. */
export function formatOptionsTable(): string {
  const rows = groups.flatMap(({ file, type, prefix }) =>
    readOptions(fs.readFileSync(path.join(source, file), 'utf8'), type).map(
      ({ name, text }) => `| \`${prefix}${name}\` | ${text} |`,
    ),
  )
  return ['| option | what it does |', '| --- | --- |', ...rows].join('\n')
}

function readOptions(code: string, type: string): readonly { readonly name: string; readonly text: string }[] {
  const body = new RegExp(`interface ${type} \\{\\n([\\s\\S]*?)\\n\\}`).exec(code)![1]!
  return [...body.matchAll(/\/\*\*([\s\S]*?)\*\/\s*(\w+)\?:/g)].map(([, comment, name]) => ({
    name: name!,
    text: comment!
      .replace(/^\s*\* ?/gm, ' ')
      .replace(/\s+/g, ' ')
      .replaceAll('|', '\\|')
      .trim(),
  }))
}
