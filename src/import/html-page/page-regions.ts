import { findAttribute, type HtmlElement, isElement, isText } from '../html-body/html-nodes.ts'
import { findLineKind } from '../line-kinds.ts'
import { hasProperty, isEntry, isNamed, isPostingItem, isWordPressPost } from './class-words.ts'
import { collapse, elementsBelow, isHeading, silentElements, textOf, valuesOf } from './dom.ts'

/**
 * What a part of a page is for. `content` may be a post's text; `more` is the link to the rest of one; `meta` tells of a
 * post; everything else isn't the blog owner's text, or stands elsewhere as a post of its own.
 */
export type Region = 'content' | 'meta' | 'more' | 'share' | 'related' | 'comments' | 'chrome' | 'hidden'

/** The region of each element that begins one; those within it belong to it unless they begin another. */
export type Regions = ReadonlyMap<HtmlElement, Region>

export function findRegions(body: HtmlElement): Regions {
  const holdsThePage = findPageHolders(body)
  const regions = new Map<HtmlElement, Region>()
  for (const element of elementsBelow(body)) {
    const region = findRegion(element)
    if (region === undefined) continue
    const isName = region !== 'hidden' && region !== 'more' && element.tagName !== 'nav' && element.tagName !== 'aside'
    // Names such as "sidebar" or "widget" also stand on what wraps the whole page, with a sidebar or made of widgets.
    if (!isName || !holdsThePage.has(element)) regions.set(element, region)
  }
  return regions
}

/** Elements that hold more than half of a page's text, or the part that it calls its main one. */
function findPageHolders(body: HtmlElement): ReadonlySet<HtmlElement> {
  const elements = [body, ...elementsBelow(body)]
  const lengths = new Map<HtmlElement, number>()
  const holders = new Set<HtmlElement>()
  // Document order turned round: what an element holds is counted before it.
  for (const element of elements.toReversed()) {
    if (silentElements.has(element.tagName)) continue
    lengths.set(
      element,
      element.childNodes.reduce(
        (sum, node) =>
          sum + (isText(node) ? collapse(node.value).length : isElement(node) ? (lengths.get(node) ?? 0) : 0),
        0,
      ),
    )
    if (isMain(element) || element.childNodes.some((node) => isElement(node) && holders.has(node))) {
      holders.add(element)
    }
  }
  const total = lengths.get(body) ?? 0
  for (const [element, length] of lengths) if (length > total / 2) holders.add(element)
  return holders
}

const isMain = (element: HtmlElement): boolean =>
  element.tagName === 'main' ||
  findAttribute(element, 'role') === 'main' ||
  ['hfeed', 'h-feed', 'blog-posts'].some((name) => valuesOf(element, 'class').includes(name))

const chromeRoles = new Set(['navigation', 'complementary', 'contentinfo', 'search', 'banner', 'dialog', 'menu'])

function findRegion(element: HtmlElement): Region | undefined {
  const { tagName } = element
  if (silentElements.has(tagName) || isHidden(element)) return 'hidden'
  if (tagName === 'form' || tagName === 'button' || tagName === 'select' || tagName === 'dialog') return 'chrome'
  if (isEntry(element) || isPostingItem(element) || isWordPressPost(element)) return undefined
  if (isNamed(element, 'comments') || /comment/i.test(findAttribute(element, 'itemtype') ?? '')) return 'comments'
  if (isNamed(element, 'more') || isMoreLink(element)) return 'more'
  if (isNamed(element, 'related')) return 'related'
  if (isNamed(element, 'share')) return 'share'
  if (isNamed(element, 'body') || isHeading(element)) return undefined
  if (tagName === 'nav' || tagName === 'aside' || chromeRoles.has(findAttribute(element, 'role') ?? '')) return 'chrome'
  if (isMeta(element)) return 'meta'
  return isNamed(element, 'chrome') ? 'chrome' : undefined
}

const isMeta = (element: HtmlElement): boolean =>
  isNamed(element, 'meta') ||
  element.tagName === 'time' ||
  valuesOf(element, 'rel').some((value) => value === 'tag' || value === 'author') ||
  hasProperty(element, 'author', 'publisher', 'datePublished', 'dateModified', 'keywords', 'interactionStatistic')

const isHidden = (element: HtmlElement): boolean =>
  element.attrs.some(({ name }) => name === 'hidden') ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(findAttribute(element, 'style') ?? '')

/** A link whose words alone say that there is more: themes name it as they please. */
const isMoreLink = (element: HtmlElement): boolean =>
  element.tagName === 'a' && findLineKind(textOf(element).slice(0, 250), {}) === 'readMore'
