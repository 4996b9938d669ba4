import { DateTime } from 'luxon'
import { type Day, toDay, toDayNumber } from '../../calendar/day.ts'
import { findStatedDate } from '../../calendar/stated-date.ts'
import type { StatedDate } from '../archived-article.ts'
import { foldPhrase } from '../fold-text.ts'
import { findAttribute, type HtmlElement } from '../html-body/html-nodes.ts'
import { type DateReading, findLineKind } from '../line-kinds.ts'
import { toOffset } from '../written-moment.ts'
import { hasName, hasProperty } from './class-words.ts'
import { namesOf } from './dom.ts'
import type { HtmlLine } from './page-lines.ts'
import { type LinkedThing, textsOf } from './parse-page.ts'
import { elementsAround, type PostOnPage } from './post-facts.ts'

export interface PageDateReading extends DateReading {
  /** Zone of clock times that name none; without it, only their days are kept. */
  readonly timeZone?: string | undefined
}

/**
 * When a post was published: by what is written for machines and what stands there for readers, together.
 *
 * Where the two tell of neighbouring days, the readers' is the blog's own calendar day. A machine date in UTC alone isn't
 * believed in its hour: WordPress before 5.3, SPIP and others wrote the clock on the blog's wall and called it UTC.
 */
export function findPublished(
  post: PostOnPage,
  facts: { readonly href: string | undefined; readonly thing: LinkedThing | undefined },
  reading: PageDateReading,
): StatedDate | undefined {
  const machine = findMachineDates(post, facts.thing)[0]
  const visible = findVisibleDate(post.parts.meta, reading)
  if (machine && visible && isNear(machine.day, visible.day)) return combine(machine, visible, reading)
  if (machine) return toStated(machine, machine.day, machine.words, reading)
  if (visible) return visible
  return findDateAbove(post.block.above, reading) ?? findDateInAddress(facts.href)
}

interface MachineDate {
  readonly day: Day
  /** `T…` with its offset, as written; `undefined` for a bare day. */
  readonly time: string | undefined
  readonly offset: string | undefined
  readonly words: string
}

const isNear = (a: Day, b: Day): boolean => Math.abs(toDayNumber(a) - toDayNumber(b)) <= 1

function combine(machine: MachineDate, visible: StatedDate, reading: PageDateReading): StatedDate {
  // Another day for readers proves that the machine's clock is really that of UTC.
  if (machine.day !== visible.day && isZero(machine.offset)) {
    return { ...visible, instant: toInstant(machine, machine.offset) }
  }
  return toStated(machine, visible.day, visible.words, reading)
}

const toStated = (machine: MachineDate, day: Day, words: string, { timeZone }: PageDateReading): StatedDate => ({
  day,
  words,
  instant: isZero(machine.offset) ? undefined : toInstant(machine, machine.offset, timeZone),
})

const isZero = (offset: string | undefined): boolean => offset !== undefined && /^(?:z|[+-]00:?00)$/i.test(offset)

function toInstant({ day, time }: MachineDate, offset: string | undefined, timeZone?: string): string | undefined {
  if (time === undefined || (offset === undefined && timeZone === undefined)) return undefined
  const moment = DateTime.fromISO(`${day}T${time}${offset ?? ''}`, { zone: offset === undefined ? timeZone! : 'utc' })
  return moment.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined
}

/** Dates for machines, those of the publication first; the moment of a change is none. */
function findMachineDates(post: PostOnPage, thing: LinkedThing | undefined): readonly MachineDate[] {
  const elements = elementsAround(post).filter((element) => !tellsChange(element))
  const published = elements.filter(tellsPublication)
  const times = elements.filter(({ tagName }) => tagName === 'time')
  const page = post.isSingle ? (post.page.meta.get('article:published_time') ?? []) : []
  const texts = [...[...published, ...times].flatMap(machineTexts), ...textsOf(thing?.datePublished), ...page]
  return texts.map(parseMachineDate).filter((date) => date !== undefined)
}

const tellsPublication = (element: HtmlElement): boolean =>
  hasProperty(element, 'datePublished', 'dateCreated') ||
  ['published', 'dt-published', 'entry-date'].some((name) => hasName(element, name))

const tellsChange = (element: HtmlElement): boolean =>
  (hasProperty(element, 'dateModified') || namesOf(element).some((name) => /^(?:dt-)?updated$|modified/.test(name))) &&
  !tellsPublication(element)

const machineTexts = (element: HtmlElement): readonly string[] =>
  ['datetime', 'content', 'title'].flatMap((name) => findAttribute(element, name) ?? [])

const machineDate =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(z|[+-]\d\d(?::?\d\d)?)?)?$/i

function parseMachineDate(text: string): MachineDate | undefined {
  const match = machineDate.exec(text.trim())
  if (!match) return undefined
  const day = toDay(Number(match[1]), Number(match[2]), Number(match[3]))
  const time = match[4] && `${match[4]}:${match[5]}:${match[6] ?? '00'}`
  return day && { day, time, offset: match[7] && toOffset(match[7]), words: text.trim() }
}

/** The first date that stands around a post for readers; "updated on" tells of something else. */
function findVisibleDate(meta: readonly HtmlLine[], reading: PageDateReading): StatedDate | undefined {
  const lines = meta.filter(({ region, text }) => (region === 'content' || region === 'meta') && text.length <= 300)
  for (const { text } of [...lines.filter(isDateLine), ...lines]) {
    if (
      /\b(?:mis a jour|modifie|updated|modified|actualizad|aktualisiert|geandert|aggiornat|atualizad)/.test(
        foldPhrase(text),
      )
    )
      continue
    const stated = findDateInText(text, reading)
    if (stated) return stated
  }
  return undefined

  function isDateLine(line: HtmlLine): boolean {
    return findLineKind(line.text, reading) === 'date'
  }
}

function findDateInText(text: string, { language, numericOrder, timeZone }: PageDateReading): StatedDate | undefined {
  const found = findStatedDate(text, language, numericOrder)
  if (!found || /^\d{4}\/\d/.test(found.words)) return undefined
  const machine = { day: found.day, time: found.time, offset: undefined, words: found.words }
  return { day: found.day, words: found.words, instant: toInstant(machine, undefined, timeZone) }
}

/** A date over several posts is that of each of them, down to the next one. */
function findDateAbove(above: readonly HtmlLine[], reading: PageDateReading): StatedDate | undefined {
  const line = above.findLast(({ text }) => findLineKind(text, reading) === 'date')
  const found = line && findDateInText(line.text, reading)
  return found && { day: found.day, words: found.words }
}

const datePath = /\/((?:19|20)\d\d)\/(\d\d?)\/(\d\d?)(?:\/|$)/

function findDateInAddress(url: string | undefined): StatedDate | undefined {
  const path = url === undefined ? null : datePath.exec(`/${url}`)
  const day = path && toDay(Number(path[1]), Number(path[2]), Number(path[3]))
  return day ? { day, words: url! } : undefined
}
