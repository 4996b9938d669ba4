import { findRole, isQuoted } from './find-role.ts'
import { joinElapsed } from './join-elapsed.ts'
import type { Mention, TextTimes } from './mention.ts'
import { readMonth } from './read-month.ts'
import { readNumericDate, readYear } from './read-number.ts'
import { readDuration, readNearDay, readWeekday } from './read-relative.ts'
import { readQuarter, readSeason } from './read-season.ts'
import type { Reading } from './reading.ts'
import { settleYears } from './settle-years.ts'
import { endOf, type Tokens, toTokens } from './tokens.ts'
import { findVocabulary, type Vocabulary } from './vocabulary.ts'

/**
 * The times that a text tells of.
 *
 * One pass over the words: most are looked up once and passed over, the others are read with the few words around them,
 * so the time is linear in the text.
 *
 * @param text - Plain text, in Unicode's composed form.
 * @param lang - BCP 47; a language that is not among the six has only numeric dates (day or month first, both are kept).
 */
export function findTimes(text: string, lang: string): TextTimes {
  const vocabulary = findVocabulary(lang)
  if (vocabulary === undefined) return { mentions: [], isNews: false, newsEnd: undefined }
  const tokens = toTokens(text)
  const readings: Reading[] = []
  for (let at = 0; at < tokens.words.length; at++) {
    const reading = readAt(tokens, at, vocabulary, readings.at(-1))
    if (reading === undefined) continue
    dropCovered(readings, reading)
    readings.push(reading)
    at = Math.max(at, reading.last)
  }
  const mentions = readings.map((reading) => ({
    words: text.slice(tokens.starts[reading.first]!, endOf(tokens, reading.last)),
    start: tokens.starts[reading.first]!,
    end: endOf(tokens, reading.last),
    time: reading.time,
    daysAgo: reading.daysAgo,
    isSided: reading.side !== undefined,
    hasWeekday: vocabulary.weekdays.has(tokens.words[reading.first]!),
    isQuoted: isQuoted(tokens, reading),
    ...findRole(tokens, reading, vocabulary),
  }))
  const settled = settleYears(joinElapsed(mentions, text), text)
  const sinceThen = tokens.folded.search(vocabulary.sinceThen)
  return {
    mentions: settled,
    isNews: vocabulary.justNow.test(tokens.folded) || settled.some(isNearTheWriting),
    newsEnd: sinceThen < 0 ? undefined : sinceThen,
  }
}

const isNearTheWriting = ({ time, role }: Mention): boolean =>
  time.kind === 'relative' && role === 'reports' && time.daysAgo.first >= 0 && time.daysAgo.last <= 14

/** A date that begins with a weekday or "hier" takes in what was read of those words alone. */
function dropCovered(readings: Reading[], { first }: Reading): void {
  for (let top = readings.at(-1); top !== undefined && top.last >= first; top = readings.at(-1)) readings.pop()
}

function readAt(
  tokens: Tokens,
  at: number,
  vocabulary: Vocabulary,
  previous: Reading | undefined,
): Reading | undefined {
  const word = tokens.words[at]!
  const code = word.charCodeAt(0)
  if (code >= 48 && code <= 57) return readNumericDate(tokens, at, vocabulary) ?? readYear(tokens, at, vocabulary)
  if (!vocabulary.triggers.has(word)) return undefined
  return (
    readMonth(tokens, at, vocabulary) ??
    readDuration(tokens, at, vocabulary, previous) ??
    readNearDay(tokens, at, vocabulary) ??
    readWeekday(tokens, at, vocabulary) ??
    readSeason(tokens, at, vocabulary) ??
    readQuarter(tokens, at, vocabulary)
  )
}
