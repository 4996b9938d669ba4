import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { decodeChunks } from './decode-chunks.ts'
import { declarePrefixes, type Prefixes, toUsualName } from './namespaces.ts'
import type { XmlElement } from './xml-element.ts'

/** A file of XML, read piece by piece. */
export interface XmlFile {
  /** The outermost element, without what is in it; `undefined` where there is none. */
  readonly root: XmlElement | undefined
  /** The elements in the root, and in a channel in it, one by one: read one, and those before are let go. Once only. */
  readonly parts: Iterable<XmlElement>
  /** What is wrong with the markup, as far as it has been read. */
  readonly faults: XmlFaults
}

export interface XmlFaults {
  /** How many places are not well-formed. What stands there is read as text, as far as that goes. */
  readonly count: number
  readonly first: XmlFault | undefined
  /** The line on which an element begins that the file doesn't end; with it, the rest of that element is missing. */
  readonly cutShortFrom: number | undefined
}

export interface XmlFault {
  /** Counted from 1. */
  readonly line: number
  /** Counted from 1, in characters. */
  readonly column: number
  /** What the parser says, such as `undefined entity`. */
  readonly what: string
}

/**
 * Reads XML without holding it: bytes in, one element of the second level after another out.
 *
 * Entities are the five of XML and character references; those that a DTD declares are not looked at, so that none can
 * swell or fetch anything: they stay in the text as they are written. Markup that isn't well-formed is read on, and told.
 */
export function openXml(chunks: Iterable<Uint8Array>): XmlFile {
  const builder = new PartBuilder()
  const parts = readParts(chunks, builder)
  // The root comes before its first part: reading up to that one finds both.
  const first = parts.next()
  return {
    root: builder.root,
    parts: (function* () {
      if (!first.done) yield first.value
      yield* parts
    })(),
    faults: builder,
  }
}

function* readParts(chunks: Iterable<Uint8Array>, builder: PartBuilder): Generator<XmlElement> {
  for (const text of decodeChunks(chunks)) {
    builder.write(text)
    yield* builder.takeParts()
  }
  builder.end()
  yield* builder.takeParts()
}

interface OpenElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly prefixes: Prefixes
  readonly children: (XmlElement | string)[]
  /** Pieces of the text that is being read. */
  text: string[]
  readonly firstLine: number
}

/** Hostile files nest without end; what lies deeper than any post keeps its words and loses its elements. */
const deepestElement = 200

/** Builds the elements of the second level from what the parser meets. */
class PartBuilder implements XmlFaults {
  root: XmlElement | undefined
  count = 0
  first: XmlFault | undefined
  cutShortFrom: number | undefined
  private readonly parser = new SaxesParser()
  /** The part that is being read, and the elements in it that are open. */
  private readonly open: OpenElement[] = []
  private parts: XmlElement[] = []
  /** Depth of the parser; `open` starts below root and channel, and ends at `deepestElement`. */
  private depth = 0
  /** How many of the open elements are containers: the root, and a channel in it. */
  private containers = 0
  /** Those that the containers declare. */
  private prefixes: Prefixes = new Map()

  constructor() {
    this.parser.on('opentag', (tag) => this.openElement(tag))
    this.parser.on('closetag', () => this.closeElement())
    this.parser.on('text', (text) => this.addText(text))
    this.parser.on('cdata', (text) => this.addText(text))
    this.parser.on('error', (error) => this.addFault(error))
  }

  write(text: string): void {
    this.parser.write(text)
  }

  end(): void {
    const countBefore = this.count
    const isOpen = this.depth > 0
    const cutShortFrom = this.open[0]?.firstLine ?? this.parser.line
    this.parser.close()
    if (!isOpen) return
    // One end that is missing is not as many faults as elements are open.
    this.count = countBefore
    this.cutShortFrom = cutShortFrom
  }

  takeParts(): readonly XmlElement[] {
    const { parts } = this
    this.parts = []
    return parts
  }

  private openElement(tag: SaxesTagPlain): void {
    this.depth += 1
    if (this.open.length === deepestElement) return
    const element = toOpenElement(tag, this.open.at(-1)?.prefixes ?? this.prefixes, this.parser.line)
    if (this.depth === 1) this.root ??= toElement(element, this.parser.line)
    if (this.depth === 1 || (this.depth === 2 && element.name === 'channel')) {
      this.containers = this.depth
      this.prefixes = element.prefixes
    } else this.open.push(element)
  }

  private closeElement(): void {
    const isBuilt = this.depth > this.containers && this.depth - this.containers === this.open.length
    if (this.depth === this.containers) this.containers -= 1
    this.depth -= 1
    if (!isBuilt) return
    const element = toElement(this.open.pop()!, this.parser.line)
    const parent = this.open.at(-1)
    if (parent === undefined) this.parts.push(element)
    else {
      endText(parent)
      parent.children.push(element)
    }
  }

  private addText(text: string): void {
    this.open.at(-1)?.text.push(text)
  }

  private addFault(error: Error): void {
    this.count += 1
    this.first ??= {
      line: this.parser.line,
      column: this.parser.column,
      what: error.message.replace(/^[\d:]+ /, '').replace(/\.$/, ''),
    }
  }
}

function toOpenElement(tag: SaxesTagPlain, outer: Prefixes, line: number): OpenElement {
  const attributes = new Map(Object.entries(tag.attributes))
  const prefixes = declarePrefixes(attributes, outer)
  return { name: toUsualName(tag.name, prefixes), attributes, prefixes, children: [], text: [], firstLine: line }
}

function toElement(element: OpenElement, line: number): XmlElement {
  endText(element)
  const { name, attributes, children, firstLine } = element
  return { name, attributes, children, lines: { first: firstLine, last: line } }
}

function endText(element: OpenElement): void {
  const text = element.text.join('')
  element.text = []
  if (text !== '') element.children.push(copyText(text).replace(controlCharacters, ''))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be taken out.
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g

/** A piece of a text holds on to the whole: a title would keep all of the file in memory that was read with it. */
const copyText = (text: string): string => Buffer.from(text).toString()
