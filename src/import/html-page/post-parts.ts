import { findStatedDate } from '../../calendar/stated-date.ts'
import { foldPhrase } from '../fold-text.ts'
import type { HtmlElement } from '../html-body/html-nodes.ts'
import { type DateReading, findLineKind, type LineKind } from '../line-kinds.ts'
import { hasName, hasProperty, isNamed } from './class-words.ts'
import { ancestorsOf, elementsBelow, findAncestor, findElement, isHeading, isInside, namesOf, textOf } from './dom.ts'
import type { HtmlLine } from './page-lines.ts'
import type { PostBlock } from './post-blocks.ts'

/** The lines of a post by the parts that they play. */
export interface PostParts {
  /** Absent where a post has no title of its own, as notes do. */
  readonly titleElement: HtmlElement | undefined
  readonly title: readonly HtmlLine[]
  readonly body: readonly HtmlLine[]
  /** The elements that hold the body and little else, where the theme names them. */
  readonly containers: readonly HtmlElement[]
  /** What tells of the post, above its title, below it and at its foot. */
  readonly meta: readonly HtmlLine[]
  /** Its body is an excerpt by the theme's own word. */
  readonly isSummary: boolean
  /** A link leads to the rest of it. */
  readonly hasMore: boolean
}

export function splitPost(block: PostBlock, dates: DateReading): PostParts {
  const titleElement = block.title ?? findTitleElement(block)
  const isTitle = (line: HtmlLine) =>
    titleElement !== undefined && line.nodes.some((node) => isInside(node, titleElement))
  const title = block.lines.filter(isTitle)
  const others = block.lines.filter((line) => !isTitle(line))
  const containers = findBodyContainers(block, titleElement)
  const held = others.filter((line) => containers.some((container) => isInside(line.nodes[0]!, container)))
  const isHeld = countContent(held) > 0 || (containers.some(hasMedia) && countContent(afterTitle(others, title)) === 0)
  const candidates = isHeld ? held : afterTitle(others, title)
  const body = trimBody(cutRelated(candidates), dates, isHeld)
  const bodySet = new Set(body)
  return {
    titleElement,
    title,
    body,
    containers: isHeld ? containers : [],
    meta: others.filter((line) => !bodySet.has(line)),
    isSummary: isHeld && containers.every((container) => isNamed(container, 'summary')),
    hasMore: others.some(
      (line) => line.region === 'more' || (!bodySet.has(line) && findLineKind(line.text, dates) === 'readMore'),
    ),
  }
}

const hasMedia = (element: HtmlElement): boolean =>
  findElement(element, ({ tagName }) => /^(?:img|iframe|video|audio|embed|object)$/.test(tagName)) !== undefined

const countContent = (lines: readonly HtmlLine[]): number => lines.filter(({ region }) => region === 'content').length

/** A kicker, a category or a date over the title is no part of the text. */
const afterTitle = (lines: readonly HtmlLine[], title: readonly HtmlLine[]): readonly HtmlLine[] =>
  title.length === 0 ? lines : lines.filter(({ index }) => index > title[0]!.index)

function findTitleElement({ element, lines }: PostBlock): HtmlElement | undefined {
  if (element === undefined) return undefined
  const inside = [...elementsBelow(element)].filter((one) => !isBodyItself(one))
  const marked =
    inside.find((one) => hasName(one, 'entry-title') || hasName(one, 'p-name')) ??
    inside.find((one) => hasProperty(one, 'headline', 'name') && !isOfPerson(one, element))
  if (marked && holdsText(marked, lines)) return marked
  const heading = inside.find((one) => isHeading(one) && holdsText(one, lines) && !isInBody(one, element))
  if (heading) return heading
  const named = inside.find((one) => isNamed(one, 'title') && holdsText(one, lines))
  if (named) return named
  const link = lines.find(
    ({ region, links, unlinkedLength, text }) =>
      region === 'content' && links.length === 1 && unlinkedLength === 0 && text.length < 200,
  )
  return link?.index === lines.find(({ region }) => region === 'content')?.index ? link?.block : undefined
}

const isBodyItself = (element: HtmlElement): boolean =>
  hasName(element, 'e-content') || hasName(element, 'entry-content')

const isInBody = (element: HtmlElement, post: HtmlElement): boolean => {
  const body = findAncestor(element, (ancestor) => ancestor !== post && isBodyItself(ancestor))
  return body !== undefined && isInside(body, post)
}

const isOfPerson = (element: HtmlElement, post: HtmlElement): boolean => {
  for (const ancestor of ancestorsOf(element)) {
    if (ancestor === post) return false
    if (hasProperty(ancestor, 'author', 'publisher')) return true
  }
  return false
}

const holdsText = (element: HtmlElement, lines: readonly HtmlLine[]): boolean =>
  lines.some((line) => line.region !== 'more' && line.nodes.some((node) => isInside(node, element)))

/** Elements that themes name as the text of a post: the outermost ones that don't hold the title. */
function findBodyContainers({ element, lines }: PostBlock, title: HtmlElement | undefined): readonly HtmlElement[] {
  if (element === undefined) return lines.flatMap((line) => findFlatContainer(line, title)).filter(isFirst)
  const named = [...elementsBelow(element)].filter((one) => isBodyContainer(one) && !(title && isInside(title, one)))
  const clear = outermost(named.filter(isClearBody))
  const all = outermost(named)
  return lengthOf(clear) >= lengthOf(all) / 2 ? clear : all
}

const outermost = (elements: readonly HtmlElement[]): readonly HtmlElement[] =>
  elements.filter((one) => !elements.some((other) => other !== one && isInside(one, other)))

const lengthOf = (elements: readonly HtmlElement[]): number =>
  elements.reduce((sum, element) => sum + textOf(element).length, 0)

/** "Content" is also a theme's word for a box; these are said of a post's text alone. */
const isClearBody = (element: HtmlElement): boolean =>
  hasProperty(element, 'articleBody') ||
  namesOf(element).some((name) => /^(?:.*[-_])?entry-(?:content|summary)$|^e-content$|^post-body$/.test(name))

const isBodyContainer = (element: HtmlElement): boolean =>
  (isNamed(element, 'body') || hasProperty(element, 'articleBody', 'text')) && !isHeading(element)

function findFlatContainer(line: HtmlLine, title: HtmlElement | undefined): readonly HtmlElement[] {
  const named = findAncestor(line.nodes[0]!, isBodyContainer)
  return named && !(title && isInside(title, named)) ? [named] : []
}

const isFirst = <T>(item: T, index: number, all: readonly T[]): boolean => all.indexOf(item) === index

/** "À lire aussi", "Related posts": what follows is other posts' titles. */
const relatedHeading =
  /^(?:(?:a (?:lire|voir|decouvrir)|lire|voir) (?:aussi|egalement)|sur le meme (?:sujet|theme)|(?:articles?|billets?|posts?|contenus?) (?:similaires?|lies|connexes|associes|relatifs|recommandes)|(?:vous aimerez|cela (?:peut|pourrait) vous|ca peut vous|(?:ces articles )?pourraient? (?:aussi )?vous)\b.*|dans la meme (?:rubrique|categorie)|related\b.*|similar posts|you (?:may|might) (?:also )?(?:like|enjoy)|(?:read|see) (?:also|next)|more (?:from|in|like)\b.*|recommended\b.*|entradas relacionadas|te puede interesar.*|tambien te puede.*|ahnliche (?:beitrage|artikel)|das konnte .*|mehr zum thema|articoli correlati|leggi anche|potrebbe(?:ro)? interessarti.*|ti potrebbe.*|(?:posts|artigos) relacionados|leia (?:tambem|mais)|veja tambem) ?:?$/

/** Without related posts: those of an element so named, and those under a heading that says so, to the end of its part. */
function cutRelated(lines: readonly HtmlLine[]): readonly HtmlLine[] {
  const cut = lines.filter(({ region }) => region === 'content')
  const heading = cut.find(
    ({ text, block }) => text.length < 60 && relatedHeading.test(foldPhrase(text)) && isStrong(block),
  )
  if (!heading) return cut
  const part = findAncestor(heading.nodes[0]!, (element) =>
    cut.some((line) => line.index > heading.index && isInside(line.nodes[0]!, element)),
  )
  return cut.filter((line) => line.index < heading.index || !(part && isInside(line.nodes[0]!, part)))
}

const isStrong = (block: HtmlElement): boolean =>
  isHeading(block) || isNamed(block, 'title') || /^(?:div|p|strong)$/.test(block.tagName)

const edgeKinds: ReadonlySet<LineKind> = new Set<LineKind>([
  'readMore',
  'share',
  'shareName',
  'pager',
  'address',
  'date',
  'filed',
  'chrome',
])
const heldEdgeKinds: ReadonlySet<LineKind> = new Set<LineKind>(['readMore', 'share', 'shareName', 'pager'])

/** Takes off what tells of the post at both ends. Where a theme names its text, only what themes put into it. */
function trimBody(lines: readonly HtmlLine[], dates: DateReading, isHeld: boolean): readonly HtmlLine[] {
  const kinds = isHeld ? heldEdgeKinds : edgeKinds
  const isEdge = (line: HtmlLine) =>
    kinds.has(findLineKind(line.text, dates)) ||
    isAdLabel(line.text) ||
    (!isHeld && (isByline(line.text) || isLinks(line) || isMostlyDate(line.text, dates)))
  let first = 0
  let last = lines.length
  while (first < last && isEdge(lines[first]!)) first++
  while (last > first && isEdge(lines[last - 1]!)) last--
  return lines.slice(first, last)
}

/** "3.11.2019 · 4 min · Ville": a date with company, too short for a sentence about it. */
function isMostlyDate(text: string, { language, numericOrder }: DateReading): boolean {
  if (text.length > 90 || /[.!?…]$/.test(text)) return false
  const date = findStatedDate(text, language, numericOrder)
  return date !== undefined && text.length - date.words.length <= 45
}

/** What stands over a place for advertisements, in the texts of free hosts. */
const isAdLabel = (text: string): boolean =>
  /^(?:publicites?|advertisements?|anuncios?|publicidad|publicidade|werbung|annunci|pubblicita)$/.test(foldPhrase(text))

/** "Par Inès Caron": a name after the word for "by", and nothing else. */
const isByline = (text: string): boolean =>
  /^(?:par|by|von|por|di|da) (?:\p{Lu}[\p{L}’'.-]*\s?){1,4}$/iu.test(text) && text.length < 60

/** Several links and nothing else: tags, pages, buttons. One link may be the text itself. */
const isLinks = ({ links, unlinkedLength, text }: HtmlLine): boolean =>
  links.length > 0 &&
  unlinkedLength <= links.length * 2 &&
  links.length > 1 - Number(/^#\S+$/.test(text)) &&
  text.length < 200
