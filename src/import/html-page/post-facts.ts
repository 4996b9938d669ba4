import { isRecord } from '../../is-record.ts'
import { foldPhrase } from '../fold-text.ts'
import { findAttribute, type HtmlElement } from '../html-body/html-nodes.ts'
import { findTags, mergeTags } from '../post-tags.ts'
import { hasName, hasProperty, isNamed } from './class-words.ts'
import { collapse, elementsBelow, isInside, namesOf, textOf, valuesOf } from './dom.ts'
import type { HtmlLine } from './page-lines.ts'
import { isArticleThing, type LinkedThing, type ParsedPage, textsOf } from './parse-page.ts'
import type { PostBlock } from './post-blocks.ts'
import type { PostParts } from './post-parts.ts'

/** A post with what was found of it, and the page that it stands on. */
export interface PostOnPage {
  readonly block: PostBlock
  readonly parts: PostParts
  readonly page: ParsedPage
  /** The page is that of this post, so what the page says of itself it says of the post. */
  readonly isSingle: boolean
}

/** Elements of a post outside its text. */
export function elementsAround({ block, parts }: PostOnPage): readonly HtmlElement[] {
  const bodyNodes = new Set(parts.body.flatMap(({ nodes }) => nodes))
  const all = block.element ? [...elementsBelow(block.element)] : parentsOf(block.lines)
  const inBody = new Set(parts.body.flatMap((line) => parentsOf([line])))
  return all.filter((element) => !inBody.has(element) || holdsOther(element, block.lines, bodyNodes))
}

const parentsOf = (lines: readonly HtmlLine[]): readonly HtmlElement[] => [
  ...new Set(
    lines.flatMap(({ nodes, block }) => [
      ...nodes.flatMap(({ parentNode }) => (parentNode && 'tagName' in parentNode ? [parentNode] : [])),
      block,
    ]),
  ),
]

const holdsOther = (element: HtmlElement, lines: readonly HtmlLine[], bodyNodes: ReadonlySet<unknown>): boolean =>
  element.tagName === 'a'
    ? false
    : lines.some(({ nodes }) => nodes.some((node) => !bodyNodes.has(node) && isInside(node, element)))

/** The article of JSON-LD that a post is: the only one of its own page, or the one with its address. */
export function findThing({ page, isSingle }: PostOnPage, url: string | undefined): LinkedThing | undefined {
  const articles = page.things.filter(isArticleThing)
  if (isSingle) return articles[0]
  return url === undefined
    ? undefined
    : articles.find(({ url: own, mainEntityOfPage, '@id': id }) =>
        [own, mainEntityOfPage, id, ...(isRecord(mainEntityOfPage) ? [mainEntityOfPage['@id']] : [])].includes(url),
      )
}

/** The link to the post's own page, as written: in a saved copy of a site it may lead to a file beside it. */
export function findPermalink(post: PostOnPage): string | undefined {
  const { page, parts, isSingle } = post
  if (isSingle && page.address !== undefined) return page.address
  const links = elementsAround(post).filter(({ tagName }) => tagName === 'a')
  const title = parts.titleElement
  const ofTitle = title && links.filter((link) => isInside(link, title) || isInside(title, link))
  const candidates = [
    ...(ofTitle ?? []),
    ...(title?.parentNode && 'tagName' in title.parentNode && title.parentNode.tagName === 'a'
      ? [title.parentNode]
      : []),
    ...links.filter((link) => hasName(link, 'u-url') || hasName(link, 'permalink')),
    ...links.filter(
      (link) => valuesOf(link, 'rel').includes('bookmark') || hasProperty(link, 'url', 'mainEntityOfPage'),
    ),
    ...links.filter((link) => [...elementsBelow(link)].some(({ tagName }) => tagName === 'time')),
    ...links.filter((link) => isNamed(link, 'more') || textOf(link) === ''),
    ...links.filter((link) =>
      /^(?:permalien|permalink|lien permanent|enlace permanente|link permanente)/.test(foldPhrase(textOf(link))),
    ),
  ]
  const hrefs = candidates.map((link) => findAttribute(link, 'href')).filter((href) => href !== undefined)
  return hrefs.find((href) => page.resolve(href) !== undefined) ?? hrefs.find((href) => /^(?!#|\w+:)./.test(href))
}

export interface PostTerms {
  readonly tags: readonly string[]
  readonly categories: readonly string[]
}

const tagPath =
  /\/(?:tags?|etiquettes?|etiquetas?|schlagwort|mots?-cles?|keywords?|marcador)\/|[?&]tag=|\/search\/label\/|[?&/]mot\d+/i
const categoryPath =
  /\/(?:category|categories|categorie|categoria|categorias|kategorie|rubrique|topics?)[/-]|[?&]cat=|\/archives\/[^/\d][^/]*\/index\.html|[?&/]rubrique\d+/i

/** Tags and categories by their links; where there are none, by the post's classes, or by a line that lists them. */
export function findTerms(post: PostOnPage, names: ReadonlyMap<string, string>): PostTerms {
  const links = elementsAround(post).filter(({ tagName }) => tagName === 'a')
  const categories = links.filter(isCategoryLink).map(toTerm)
  const tags = links.filter((link) => !isCategoryLink(link) && isTagLink(link)).map(toTerm)
  const { meta, things } = post.page
  const thing = post.isSingle ? things.find(isArticleThing) : undefined
  const stated = {
    tags: post.isSingle ? [...(meta.get('article:tag') ?? []), ...toKeywords(thing?.keywords)] : [],
    categories: post.isSingle ? [...(meta.get('article:section') ?? []), ...textsOf(thing?.articleSection)] : [],
  }
  const listed = tags.length > 0 ? [] : post.parts.meta.flatMap(({ text }) => findTags(text))
  return {
    tags: firstWithAny(tags, listed, stated.tags, findClassTerms(post.block.element, 'tag', names)),
    categories: firstWithAny(categories, stated.categories, findClassTerms(post.block.element, 'category', names)),
  }
}

const firstWithAny = (...lists: readonly (readonly string[])[]): readonly string[] =>
  mergeTags(lists.find((list) => list.some((term) => term !== ''))?.filter((term) => term !== '') ?? [])

const isCategoryLink = (link: HtmlElement): boolean => {
  const rel = valuesOf(link, 'rel')
  return rel.includes('category') || (!rel.includes('nofollow') && categoryPath.test(findAttribute(link, 'href') ?? ''))
}

const isTagLink = (link: HtmlElement): boolean =>
  valuesOf(link, 'rel').includes('tag') ||
  hasName(link, 'p-category') ||
  tagPath.test(findAttribute(link, 'href') ?? '')

const toTerm = (link: HtmlElement): string => textOf(link).replace(/^#/, '').trim()

const toKeywords = (keywords: unknown): readonly string[] => textsOf(keywords).flatMap((text) => text.split(/\s*,\s*/))

/** `tag-logiciel-libre` by the name that a link of the page gives it, else by its own words. */
function findClassTerms(
  element: HtmlElement | undefined,
  kind: 'tag' | 'category',
  names: ReadonlyMap<string, string>,
): readonly string[] {
  if (element === undefined) return []
  return namesOf(element)
    .filter((name) => name.startsWith(`${kind}-`) && !/^\d+$/.test(name.slice(kind.length + 1)))
    .map((name) => name.slice(kind.length + 1))
    .map((slug) => names.get(slug) ?? slug.replaceAll('-', ' '))
}

/** Names of tags and categories by the last part of their addresses, from all links of a page. */
export function findTermNames(page: ParsedPage): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const element of elementsBelow(page.body)) {
    if (element.tagName !== 'a' || !(isTagLink(element) || isCategoryLink(element))) continue
    const slug = findTermSlug(findAttribute(element, 'href') ?? '')
    const name = toTerm(element)
    if (slug !== undefined && name !== '' && !names.has(slug)) names.set(slug, name)
  }
  return names
}

export const findTermSlug = (url: string): string | undefined =>
  /\/(?:tags?|category|categories|label)\/(?:[^?#]*\/)?([^/?#]+)\/?(?:page\/\d+\/?)?(?:[?#]|$)/
    .exec(url)?.[1]
    ?.toLowerCase()

/** Who wrote a post, as its page names him. */
export function findAuthor(post: PostOnPage, thing: LinkedThing | undefined): string | undefined {
  const elements = elementsAround(post)
  const marked = [
    elements.find((element) => hasName(element, 'fn') && !hasName(element, 'org')),
    elements.find((element) => element.tagName === 'a' && authorPath.test(findAttribute(element, 'href') ?? '')),
    elements.find((element) => hasName(element, 'p-author') || valuesOf(element, 'rel').includes('author')),
    findPropertyName(elements),
    elements.find((element) => namesOf(element).some((name) => authorName.test(name))),
  ]
  const names = [
    ...marked.flatMap((element) => (element ? [textOf(element)] : [])),
    ...textsOf(thing?.author),
    ...post.parts.meta.flatMap(({ text }) => findByline(text)),
    ...(post.isSingle ? (post.page.meta.get('author') ?? []) : []),
  ]
  return names.map((name) => name.replace(byWord, '').trim()).find((name) => name !== '' && name.length <= 80)
}

const authorPath = /\/(?:author|auteur|autor|autore|authors)\/[^/]|[?&]author=|[?&]auteur\d/

const authorName = /^(?:.*[-_])?(?:author|auteurs?|autor|autore)(?:[-_]name)?$/

function findPropertyName(elements: readonly HtmlElement[]): HtmlElement | undefined {
  const author = elements.find((element) => hasProperty(element, 'author'))
  return author && ([...elementsBelow(author)].find((element) => hasProperty(element, 'name')) ?? author)
}

const byWord = /^(?:(?:publie|posted|written|ecrit|poste) )?(?:par|by|von|por|di|da|de)\s+/i

/** "Posté par Anneline à 21:08", "Par Sylvain le samedi 7 juin", "di Nino · 12 novembre". */
function findByline(text: string): readonly string[] {
  if (text.length > 240) return []
  const found =
    /(?:^|[\s|•·–-])(?:[Pp]ar|[Bb]y|[Vv]on|[Pp]or|[Dd]i)\s+(\p{Lu}[^|•·,–\n]{0,60}?)(?=\s+(?:à|a|le|at|on|am|um|el|il|em|dans|in|en|-)\s|\s*[|•·,–]|\s*$)/u.exec(
      collapse(text),
    )
  return found ? [found[1]!] : []
}
