import type { RecognisedHeading } from './archive-heading.ts'
import type { LineRole } from './line-scores.ts'
import type { PageLine } from './page-lines.ts'

/** The lines of one post, sorted by the parts that they play. */
export interface PostLines {
  /** The prints of the title; none for a post without one. */
  readonly titles: readonly PageLine[]
  readonly body: readonly PageLine[]
  /** Furniture that tells of this post: date, tags, "Read more". Above and below the title first, then the footer. */
  readonly meta: readonly PageLine[]
}

/** The posts of one page of an archive, under its heading if it has one. */
export interface PageLines {
  readonly heading: RecognisedHeading | undefined
  readonly posts: readonly PostLines[]
  /** Lines that tell of no post: menus, headings, pagers; or of one whose title isn't on the page. */
  readonly furniture: readonly PageLine[]
}

interface OpenPost {
  readonly titles: PageLine[]
  readonly body: PageLine[]
  readonly meta: PageLine[]
}

interface OpenPage {
  heading: RecognisedHeading | undefined
  readonly posts: OpenPost[]
  readonly furniture: PageLine[]
}

/** Sorts the lines of a file into pages and posts by their roles. Every line comes out exactly once. */
export function groupLines(lines: readonly PageLine[], roles: readonly LineRole[]): readonly PageLines[] {
  const pages: OpenPage[] = [openPage()]
  let above: PageLine[] = []
  for (const [i, line] of lines.entries()) {
    const role = roles[i]!
    if (role === 'top') addTopLine(pages, line)
    else if (role === 'above') above.push(line)
    else if (role === 'title') {
      pages.at(-1)!.posts.push({ titles: [line], body: [], meta: above })
      above = []
    } else if (role === 'below' && roles[i - 1] === 'foot') {
      // A post without a title: its date parts it from the footer before.
      pages.at(-1)!.posts.push({ titles: [], body: [], meta: [line] })
    } else if (role === 'end' || isPagerAfterPost(role, line)) pages.at(-1)!.furniture.push(line)
    else addPostLine(pages.at(-1)!, role, line)
  }
  return pages
}

/** A pager tells of no post, wherever it stands; but a post may be called "1 2 3", and print it twice. */
const isPagerAfterPost = (role: LineRole, line: PageLine): boolean => line.kind === 'pager' && role !== 'repeat'

const openPage = (): OpenPage => ({ heading: undefined, posts: [], furniture: [] })

/** The first heading of a page names it; after posts, a line of a page's top begins the next page. */
function addTopLine(pages: OpenPage[], line: PageLine): void {
  if (pages.at(-1)!.posts.length > 0) pages.push(openPage())
  const page = pages.at(-1)!
  page.heading = chooseHeading(page.heading, line.heading)
  page.furniture.push(line)
}

const chooseHeading = (a: RecognisedHeading | undefined, b: RecognisedHeading | undefined) =>
  a === undefined || (b?.isExplicit && !a.isExplicit) ? b : a

function addPostLine({ posts, furniture }: OpenPage, role: LineRole, line: PageLine): void {
  const post = posts.at(-1)
  if (post === undefined) furniture.push(line)
  else if (role === 'repeat') post.titles.push(line)
  else if (role === 'body') post.body.push(line)
  else post.meta.push(line)
}
