import { isLanguage, type Language } from '../../calendar/language.ts'
import { childrenOf, findChild, findText, textOf, type XmlElement } from './xml-element.ts'

/** What an export or a feed says of its blog, gathered from the parts that are no posts. */
export class BlogFacts {
  /** Address of its home page. */
  address: string | undefined
  language: Language | undefined
  author: string | undefined

  add(part: XmlElement): void {
    const text = textOf(part).trim()
    switch (part.name) {
      case 'link':
        this.address ??= findPageLink([part]) ?? (isWebAddress(text) ? text : undefined)
        break
      case 'language':
      case 'dc:language':
        this.language ??= toLanguage(text)
        break
      case 'author':
        this.author ??= findText(part, 'name')
        break
    }
  }
}

/** `fr` of `fr-FR`, if it is one of the languages that are known here. */
export function toLanguage(tag: string | undefined): Language | undefined {
  const language = tag?.trim().slice(0, 2).toLowerCase()
  return language !== undefined && isLanguage(language) ? language : undefined
}

/** The address that Atom's links give for people: the first `alternate` one, a web page if one says so. */
export function findPageLink(links: readonly XmlElement[]): string | undefined {
  const pages = links.filter(({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate')
  const page = pages.find(({ attributes }) => /html/.test(attributes.get('type') ?? 'html')) ?? pages[0]
  const address = page?.attributes.get('href')?.trim()
  return isWebAddress(address) ? address : undefined
}

export const findEntryLink = (entry: XmlElement): string | undefined => findPageLink(childrenOf(entry, 'link'))

/** The name in an element of Atom for a person. */
export const findPerson = (entry: XmlElement): string | undefined => {
  const author = findChild(entry, 'author')
  return author && findText(author, 'name')
}

export const isWebAddress = (address: string | undefined): address is string =>
  address !== undefined && /^https?:\/\/[^/\s]\S*$/i.test(address)

/** Gives links and pictures of a post their absolute address, as far as the first address that is known tells. */
export function toResolver(...bases: readonly (string | undefined)[]): (address: string) => string | undefined {
  const base = bases.find(isWebAddress)
  return (address) => {
    // A place in the post itself; anything with a scheme is absolute.
    if (address.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined
    try {
      return new URL(address, base).href
    } catch {
      return undefined
    }
  }
}
