import { listSome, type Problem, shorten } from '../errors.ts'
import type { ArchivedArticle, ArchiveHeading, ImportedArchive } from './archived-article.ts'
import { decodeText, findEncoding } from './decode-text.ts'
import { detectFormat, type FileFormat } from './detect-format.ts'
import { isJsonFeed, readJsonFeed } from './feed/json-feed.ts'
import { isGhostExport, readGhostExport } from './ghost/read-ghost-export.ts'
import { findDeclaredEncoding } from './html-page/decode-page.ts'
import { readHtmlPage } from './html-page/read-html-page.ts'
import { compareNaturally, groupPages, joinPages } from './join-pages.ts'
import { readMarkdownPost } from './markdown-folder/read-markdown-post.ts'
import { mergeTags } from './post-tags.ts'
import { type FurnitureLine, readTextArchive, type TextArchive } from './read-text-archive.ts'
import { settleLanguages } from './settle-languages.ts'
import type { SourceFormat } from './source-format.ts'
import { readXmlFile } from './xml/read-xml-file.ts'

/** A file as it was read from disk. */
export interface InputFile {
  /** Path that messages and sources show. */
  readonly path: string
  /** All of it; only the start where there are `chunks`. */
  readonly bytes: Uint8Array
  /** All of a file of XML that is too large to be held, cut anywhere; read once. */
  readonly chunks?: Iterable<Uint8Array> | undefined
}

export interface ImportOptions {
  /** Tag that every article gets, besides those that the archive states. */
  readonly tag?: string | undefined
  /** BCP 47 language of every article; detected for each one where it is not given. */
  readonly lang?: string | undefined
  /** Categories are tags too, but for the one of posts that nobody filed. */
  readonly areCategoriesTags?: boolean | undefined
  /** Pages of the blog, such as `À propos`, are posts too, at their old address. */
  readonly arePagesPosts?: boolean | undefined
  /** What the old blog held back is published. */
  readonly areDraftsPublished?: boolean | undefined
  /** Zone of the times that the archives state, such as `Europe/Paris`; without it, only their days are kept. */
  readonly timeZone?: string | undefined
}

/** One file as it was understood. */
export interface FileRead {
  readonly file: string
  /** Absent for a file that nothing could be read from. */
  readonly format?: SourceFormat | undefined
  /** As the bytes prove it; of a file that was read piece by piece, its start. */
  readonly encoding: string
  /** In the order of the file; those of one heading in several files were joined. */
  readonly pages: readonly {
    readonly heading?: ArchiveHeading | undefined
    readonly number?: number | undefined
    readonly posts: number
  }[]
}

export interface ImportResult {
  /** All files, in the natural order of their names. */
  readonly files: readonly FileRead[]
  /** One for each file that was read, pages of one archive in their order. */
  readonly archives: readonly ImportedArchive[]
  /** All articles, each once, in one order that keeps that of every archive. */
  readonly articles: readonly ArchivedArticle[]
  /** For each archive, places in `articles` from its first page's top to its last page's end: newest first on a usual blog. */
  readonly sequences: readonly (readonly number[])[]
  readonly problems: readonly Problem[]
  /** Lines that are neither title nor body of any article. */
  readonly furniture: readonly FurnitureLine[]
}

/**
 * Reads archive files of any kind that is known, and joins them.
 *
 * Never throws for what a file holds: what can't be read is a problem of severity `loss`, and the rest is imported.
 *
 * @param files - In any order, which makes no difference.
 */
export function importArchives(files: readonly InputFile[], options: ImportOptions): ImportResult {
  const outcomes = files
    .toSorted((a, b) => compareNaturally(a.path, b.path))
    .map((file) => ({ file, ...readFile(file, options) }))
  const pages = outcomes.flatMap(({ archive }) => archive?.pages ?? [])
  const joined = joinPages(pages)
  const articles = settleLanguages(joined.articles)
  return {
    files: outcomes.map(toFileRead),
    archives: toArchives(pages),
    ...joined,
    articles: options.areCategoriesTags ? articles.map(withCategoriesAsTags) : articles,
    problems: [...outcomes.flatMap(({ problems }) => problems), ...findTruncated(articles)],
    furniture: outcomes.flatMap(({ archive }) => archive?.furniture ?? []),
  }
}

/** Archive pages of many themes show only how posts begin. */
function findTruncated(articles: readonly ArchivedArticle[]): readonly Problem[] {
  const truncated = articles.filter(({ isTruncated }) => isTruncated)
  if (truncated.length === 0) return []
  const titles = listSome(truncated.map(({ title }) => shorten(title)))
  return [
    {
      code: 'POSTS_TRUNCATED',
      message: `${truncated.length === 1 ? `Of one post of ${articles.length} there is` : `Of ${truncated.length} posts of ${articles.length} there is`} only the beginning: ${titles}.`,
      remedy:
        'Import a source that has all of it beside this one, such as an export, or the saved pages of the posts. Where a text is whole and only ends like one that is cut, remove the line "truncated" from its file.',
      source: truncated[0]!.sources[0],
      severity: 'doubt',
    },
  ]
}

const withCategoriesAsTags = (article: ArchivedArticle): ArchivedArticle => ({
  ...article,
  tags: mergeTags(article.tags, article.categories?.filter((name) => !unfiled.test(name)) ?? []),
})

/** What WordPress calls the category of posts that nobody filed. */
const unfiled = /^(?:uncategori[sz]ed|non class[ée]e?|sin categor[íi]a|allgemein|senza categoria|sem categoria)$/iu

const toFileRead = ({ file: { path, bytes, chunks }, archive }: Outcome & { readonly file: InputFile }): FileRead => ({
  file: path,
  format: archive?.format,
  // The start of a file may end within a character.
  encoding: nameEncoding(chunks === undefined ? bytes : bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)),
  pages: (archive?.pages ?? []).map(({ heading, number, articles }) => ({
    heading: heading && { kind: heading.kind, name: heading.name },
    number,
    posts: articles.length,
  })),
})

const nameEncoding = (bytes: Uint8Array): string => findEncoding(bytes, findDeclaredEncoding(bytes))

/** What a file gave: an archive, or problems only. */
interface Outcome {
  readonly archive?: TextArchive | undefined
  readonly problems: readonly Problem[]
}

function readFile({ path, bytes, chunks }: InputFile, options: ImportOptions): Outcome {
  const format = detectFormat(bytes)
  if (format === 'xml') return readXml(path, chunks ?? [bytes], options)
  if (format === 'html') return readSavedPage(path, bytes, options)
  if (format === 'front matter') return readSourcePost(path, decodeText(bytes), options)
  if (format === 'json') return readJson(path, decodeText(bytes), options)
  if (format !== 'text') return { problems: [toUnreadable(path, format)] }
  const archive = readTextArchive(decodeText(bytes), { file: path, ...options })
  const refusal = findRefusal(path, archive, options)
  return refusal ? { problems: [refusal] } : { archive, problems: archive.problems }
}

function readSavedPage(path: string, bytes: Uint8Array, options: ImportOptions): Outcome {
  const archive = readHtmlPage(bytes, { file: path, ...options })
  if (hasArticles(archive)) return { archive, problems: archive.problems }
  const problem: Problem = {
    code: 'NOT_AN_ARCHIVE',
    message: `${path} is a page on which no post was found.`,
    remedy: 'Leave it out, or paste the text of the page into a text file if it has posts.',
    source: { file: path },
    severity: 'loss',
  }
  return { problems: [problem] }
}

const hasArticles = ({ pages }: TextArchive): boolean => pages.some(({ articles }) => articles.length > 0)

function readXml(path: string, chunks: Iterable<Uint8Array>, options: ImportOptions): Outcome {
  const archive = readXmlFile(chunks, { file: path, ...options })
  if (archive === undefined) return { problems: [toUnreadable(path, 'xml')] }
  if (hasArticles(archive)) return withDrafts(archive, options)
  const problem: Problem = {
    code: 'NOT_AN_ARCHIVE',
    message: `${path} is an export or a feed without posts.`,
    remedy: 'Export it again, with all its posts, or leave it out.',
    source: { file: path },
    severity: 'loss',
  }
  return { problems: [problem, ...archive.problems] }
}

/** A post of another static site; one of our own has an id, and needs no import. */
function readSourcePost(path: string, text: string, options: ImportOptions): Outcome {
  if (/^---\n(?:[^\n]*\n){0,40}?id: /.test(text)) return { problems: [toUnreadable(path, 'front matter')] }
  return withDrafts(readMarkdownPost(text, { file: path, ...options }), options)
}

function readJson(path: string, text: string, options: ImportOptions): Outcome {
  const data: unknown = JSON.parse(text)
  if (isJsonFeed(data)) return withDrafts(readJsonFeed(data, { file: path, ...options }), options)
  if (!isGhostExport(data)) return { problems: [toUnreadable(path, 'json')] }
  return withDrafts(readGhostExport(data, { file: path, ...options }), options)
}

/** What the old blog didn't publish stays a draft, and is named, unless its owner wants it published. */
function withDrafts(archive: TextArchive, { areDraftsPublished }: ImportOptions): Outcome {
  if (areDraftsPublished) return { archive: withoutDrafts(archive), problems: archive.problems }
  const drafts = archive.pages.flatMap(({ articles }) => articles.filter(({ isDraft }) => isDraft))
  return { archive, problems: [...archive.problems, ...drafts.map(toDraftKept)] }
}

const withoutDrafts = (archive: TextArchive): TextArchive => ({
  ...archive,
  pages: archive.pages.map((page) => ({
    ...page,
    articles: page.articles.map((article) => ({ ...article, isDraft: undefined, draftReason: undefined })),
  })),
})

const toDraftKept = ({ title, sources, draftReason }: ArchivedArticle): Problem => ({
  code: 'DRAFT_IMPORTED',
  message: `"${title}" of ${sources[0].file} ${draftReason ?? 'is a draft, or waits for its day'}: it was imported as a draft, and isn't published.`,
  remedy: 'Take "draft: true" out of its file to publish it.',
  source: sources[0],
  severity: 'doubt',
})

/** Formats that are recognised, so that they don't come out as garbage posts, with what to do instead. */
const unreadable: Readonly<
  Record<
    Exclude<FileFormat, 'text' | 'html'>,
    { readonly code: string; readonly what: string; readonly remedy: string }
  >
> = {
  empty: {
    code: 'FILE_EMPTY',
    what: 'is empty',
    remedy: 'Paste the text of an archive page into it, or leave it out.',
  },
  binary: {
    code: 'FILE_BINARY',
    what: 'is no text',
    remedy: 'Open the archive page in a browser, select all, and paste it into a text file.',
  },
  xml: {
    code: 'FORMAT_UNSUPPORTED',
    what: 'is XML, and neither an export of WordPress or Blogger nor a feed',
    remedy: 'Paste the text of the archive pages into a text file.',
  },
  json: {
    code: 'FORMAT_UNSUPPORTED',
    what: 'is JSON, and neither an export of Ghost nor a feed',
    remedy: 'Paste the text of the archive pages into a text file.',
  },
  'front matter': {
    code: 'FORMAT_UNSUPPORTED',
    what: 'is a post with an id, which needs no import',
    remedy: 'Copy it into the posts folder, or leave it out.',
  },
  rtf: { code: 'FORMAT_UNSUPPORTED', what: 'is a rich text document', remedy: 'Save it as plain text.' },
}

function toUnreadable(file: string, format: Exclude<FileFormat, 'text' | 'html'>): Problem {
  const { code, what, remedy } = unreadable[format]
  return { code, message: `${file} ${what}.`, remedy, source: { file }, severity: 'loss' }
}

/** Text that holds no post, or that only a guess would call an archive: any prose has short lines over longer ones. */
function findRefusal(file: string, { pages, hasPostMarks }: TextArchive, { tag }: ImportOptions): Problem | undefined {
  const count = pages.reduce((sum, { articles }) => sum + articles.length, 0)
  const isNamed = tag !== undefined || pages.some(({ heading }) => heading !== undefined)
  if (count > 0 && (isNamed || (count > 1 && hasPostMarks))) return undefined
  return {
    code: 'NOT_AN_ARCHIVE',
    message:
      count > 1
        ? `${file} has no heading of an archive, and only short lines part its ${count} possible posts: it may be any text.`
        : `${file} holds no posts that can be told apart.`,
    remedy:
      count > 1
        ? 'If it is an archive, give its name with --tag; otherwise leave it out.'
        : 'Paste a whole archive page into it, from its heading to its end; give --tag if it has no heading.',
    source: { file },
    severity: 'loss',
  }
}

function toArchives(pages: TextArchive['pages']): readonly ImportedArchive[] {
  const byFile = new Map<string, ImportedArchive>()
  for (const { file, heading, articles } of groupPages(pages).flat()) {
    const archive = byFile.get(file)
    byFile.set(file, {
      file,
      heading: archive?.heading ?? (heading && { kind: heading.kind, name: heading.name }),
      articles: [...(archive?.articles ?? []), ...articles],
    })
  }
  return [...byFile.values()]
}
