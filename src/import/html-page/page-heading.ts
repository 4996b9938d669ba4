import type { Language } from '../../calendar/language.ts'
import { findStatedDate } from '../../calendar/stated-date.ts'
import { findHeading, type RecognisedHeading } from '../archive-heading.ts'
import type { ArchiveHeading, StatedDate } from '../archived-article.ts'
import { findTrailEnd } from '../breadcrumb.ts'
import { foldPhrase, foldText } from '../fold-text.ts'
import { findAttribute } from '../html-body/html-nodes.ts'
import { findAncestor, isHeading, namesOf } from './dom.ts'
import type { HtmlLine } from './page-lines.ts'
import type { ParsedPage } from './parse-page.ts'
import type { PostTerms } from './post-facts.ts'

/** What the heading of an archive is checked against: all its posts have it in common. */
export interface HeadingFacts extends PostTerms {
  readonly author: string | undefined
  readonly stated: StatedDate | undefined
}

/**
 * What the page is an archive of: by its headings, by any line before its posts, by its `<title>`; and where none of these
 * says more than a name, by what the engine tells of the page or by what all its posts have in common.
 */
export function findPageHeading(
  page: ParsedPage,
  outside: readonly HtmlLine[],
  facts: readonly HeadingFacts[],
  language: Language,
): RecognisedHeading | undefined {
  const headings = outside.filter(({ nodes }) => findAncestor(nodes[0]!, isHeading) !== undefined)
  const parts = titleParts(page.title)
  const labelled = headings.map(({ text }) => text.replace(/^(\p{L}+) (?=\S)/u, '$1: '))
  const texts = [...headings, ...outside].map(({ text }) => text).concat(labelled, parts)
  for (const text of texts) {
    const heading = findSpacedHeading(text)
    if (heading) return { ...heading, kind: findClassKind(page) ?? findTrailKind(text, heading, facts) ?? heading.kind }
  }
  const period = [...headings.map(({ text }) => text), ...parts, ...toReversedPairs(parts)]
    .map(findPeriod)
    .find((one) => one && hasOnly(facts, one.prefix))
  if (period) return { kind: 'date', name: period.name, language, isExplicit: true }
  const ofSite = headings.filter(isOfSite).map(({ text }) => foldText(text))
  const ownParts = parts.filter((part) => !ofSite.includes(foldText(part)))
  const named = headings
    .map(({ text }) => text)
    .find((text) => ownParts.some((part) => foldText(part) === foldText(text)))
  const name = named ?? ownParts[0]
  const kind = name === undefined ? undefined : (findEngineKind(page) ?? findCommonKind(name, facts))
  return kind && name !== undefined
    ? { kind, name: findOwnName(name, kind, facts), language, isExplicit: true }
    : undefined
}

/** A heading that names the blog, on each of its pages: it is called so, or leads to the blog's first page. */
const isOfSite = ({ nodes }: HtmlLine): boolean =>
  findAncestor(
    nodes[0]!,
    (element) =>
      namesOf(element).some((name) => /^(?:site|blog)-?(?:title|name)$/.test(name)) ||
      (element.tagName === 'a' && /^(?:https?:\/\/[^/]+)?\/?$/.test(findAttribute(element, 'href') ?? '#')),
  ) !== undefined

/** WordPress's own titles go from the whole to the part: "Carnets » 2010 » février". */
const toReversedPairs = (parts: readonly string[]): readonly string[] =>
  parts.slice(1).map((part, i) => `${part} ${parts[i]!}`)

/** "Tous les messages de septembre 2009": the words for a month, and how its days begin. */
function findPeriod(text: string): { readonly name: string; readonly prefix: string } | undefined {
  if (text.length > 80) return undefined
  const name = /(\p{L}+\.?) ((?:19|20)\d\d)$/u.exec(text)?.[0]
  const day = name && findStatedDate(`1 ${name}`)?.day
  return name && day ? { name, prefix: day.slice(0, 7) } : undefined
}

/** "Mot-clé - lecture" as "Mot-clé : lecture". */
const findSpacedHeading = (text: string): RecognisedHeading | undefined =>
  findHeading(text) ?? (text.length < 120 ? findHeading(text.replace(/\s+[-–—|]\s+/, ' : ')) : undefined)

const titleParts = (title: string): readonly string[] =>
  title
    .split(/\s+[|«»•·–—-]\s+|\s*[|«»]\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const engineKinds: readonly (readonly [ArchiveHeading['kind'], RegExp])[] = [
  ['tag', /^(?:tag|dc-tag|page_mot|tag-archive|is-tag)$/],
  ['category', /^(?:category|dc-category|page_rubrique|category-archive)$/],
  ['author', /^(?:author|page_auteur)$/],
  ['date', /^(?:date|month|dc-archive|archive-month)$/],
]

function findClassKind({ body }: ParsedPage): ArchiveHeading['kind'] | undefined {
  const names = namesOf(body)
  return engineKinds.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0]
}

function findEngineKind(page: ParsedPage): ArchiveHeading['kind'] | undefined {
  const { address } = page
  const byClass = findClassKind(page)
  if (byClass || address === undefined) return byClass
  if (/\/(?:tags?|label|mots?-cles?|etiquettes?)\/[^/]+/.test(address)) return 'tag'
  return /\/(?:category|categories|categorie|rubrique|categoria)[/-][^/]+/.test(address) ? 'category' : undefined
}

/** The name alone out of "Archives des ruches" or "Noé, auteur sur La terrasse", by what all posts have in common. */
function findOwnName(name: string, kind: ArchiveHeading['kind'], facts: readonly HeadingFacts[]): string {
  const namesOfPost = ({ tags, categories, author }: HeadingFacts) =>
    kind === 'tag' ? tags : kind === 'category' ? categories : kind === 'author' && author !== undefined ? [author] : []
  const isCommon = (one: string) =>
    facts.every((post) => namesOfPost(post).some((other) => foldText(other) === foldText(one)))
  const common = facts
    .slice(0, 1)
    .flatMap(namesOfPost)
    .filter((one) => foldText(name).includes(foldText(one)) && isCommon(one))
  const [longest] = common.toSorted((a, b) => b.length - a.length)
  return longest === undefined || foldText(longest) === foldText(name) ? name : longest
}

/** A trail of links names a category or an author as it names a tag; its posts know better. */
const findTrailKind = (text: string, { name }: RecognisedHeading, facts: readonly HeadingFacts[]) =>
  findTrailEnd(text, foldPhrase(text)) && findCommonKind(name, facts)

function findCommonKind(name: string, facts: readonly HeadingFacts[]): ArchiveHeading['kind'] | undefined {
  const isOfAll = (namesOfPost: (post: HeadingFacts) => readonly string[]) =>
    facts.length > 0 && facts.every((post) => namesOfPost(post).some((one) => foldText(one) === foldText(name)))
  if (isOfAll(({ author }) => (author === undefined ? [] : [author]))) return 'author'
  if (isOfAll(({ tags }) => tags)) return 'tag'
  return isOfAll(({ categories }) => categories) ? 'category' : undefined
}

const hasOnly = (facts: readonly HeadingFacts[], month: string): boolean =>
  facts.length > 0 &&
  facts.every(({ stated }) => stated === undefined || stated.day.startsWith(month)) &&
  facts.some(({ stated }) => stated)

/** The page's number among those of its archive. */
export function findPageNumber(page: ParsedPage, lines: readonly HtmlLine[]): number | undefined {
  const ofAddress = /\/page\/(\d{1,5})\/?(?:[?#]|$)|[?&]paged=(\d{1,5})/.exec(page.address ?? '')
  const ofBody = namesOf(page.body).map((name) => /^paged-(\d{1,5})$/.exec(name)?.[1])
  const current = lines.find(
    ({ text, nodes }) =>
      /^(?:page )?\d{1,5}$/i.test(text) &&
      findAncestor(
        nodes[0]!,
        (element) => namesOf(element).includes('page-numbers') && namesOf(element).includes('current'),
      ),
  )
  const inText = [page.title, ...lines.filter(({ text }) => text.length < 200).map(({ text }) => text)]
    .map((text) => /(?:^|[^\p{L}])(?:page|p[aá]gina|seite) (\d{1,5}) (?:sur|of|de|von|di|\/) ?\d/iu.exec(text)?.[1])
    .find((number) => number !== undefined)
  const found = [ofAddress?.[1] ?? ofAddress?.[2], ...ofBody, current?.text.replace(/\D/g, ''), inText]
  const number = found.find((one) => one !== undefined)
  return number === undefined ? undefined : Number(number)
}
