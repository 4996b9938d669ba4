import { isLocal, toLocalAddress } from '../../eleventy/local-address.ts'
import { listSome, type Problem } from '../../errors.ts'
import type { SitePage } from './site-page.ts'

/** Pages that search engines would list without a title or a description, and a site that says it stands on this machine. */
export function checkPageHeads(pages: readonly SitePage[]): readonly Problem[] {
  const listed = pages.filter(({ isHidden }) => !isHidden)
  const local = pages.find(({ canonical }) => isLocal(canonical ?? ''))
  return [
    ...toProblems(
      listed.filter(({ title }) => title === ''),
      { code: 'TITLE_MISSING', lacks: 'title', remedy: 'Give the page a <title>.' },
    ),
    ...toProblems(
      listed.filter(({ description }) => description === ''),
      {
        code: 'DESCRIPTION_MISSING',
        lacks: 'description',
        remedy:
          'Write "description" into the front matter, or some text into the post; for lists, set the option site.description.',
      },
    ),
    ...(local === undefined
      ? []
      : [
          {
            ...toLocalAddress(`${local.file} says that its address is ${local.canonical}, which is this machine`),
            source: { file: local.file },
          },
        ]),
  ]
}

function toProblems(
  pages: readonly SitePage[],
  { code, lacks, remedy }: { readonly code: string; readonly lacks: string; readonly remedy: string },
): readonly Problem[] {
  const [first] = pages
  if (first === undefined) return []
  const names = listSome(pages.map(({ file }) => file))
  const message = `${pages.length} ${pages.length === 1 ? 'page has' : 'pages have'} no ${lacks}: ${names}.`
  return [{ code, message, remedy, source: { file: first.file }, severity: 'doubt' }]
}
