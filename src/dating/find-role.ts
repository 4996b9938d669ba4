import type { Role } from './mention.ts'
import type { Reading } from './reading.ts'
import { endOf, endsSentence, findSentence, gapAfter, type Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

interface RoleFound {
  readonly role: Role
  readonly weight: number
}

/**
 * What a mention tells of the writing, from the words around it.
 *
 * Words that lead the mention in ("depuis", "by", "jeden") say it outright. Otherwise the tenses of the sentence vote: each
 * verb form counts the more the nearer it stands, words beyond a comma count as four words further; the share of the
 * winning side is the weight. A sentence without a verb takes its tense from the next one, at half the weight.
 */
export function findRole(tokens: Tokens, reading: Reading, vocabulary: Vocabulary): RoleFound {
  const lead = findLead(tokens, reading, vocabulary)
  if (lead === 'recurs') return { role: 'recurs', weight: 0.9 }
  const saidByOthers = isQuoted(tokens, reading)
  const whole = findSentence(tokens, reading.first, reading.last)
  const sentence = saidByOthers ? clipToQuotation(tokens, reading, whole) : whole
  const here = countTenses(tokens, reading, sentence, vocabulary)
  const next =
    sentence.last + 1 < tokens.words.length ? findSentence(tokens, sentence.last + 1, sentence.last + 1) : undefined
  const hasTense = here.past + here.future > 0
  const borrows = !hasTense && reading.time.kind !== 'spans'
  const votes = !borrows || next === undefined ? here : halve(countTenses(tokens, reading, next, vocabulary))
  const { time, side } = reading
  if (saidByOthers && time.kind !== 'spans') return { role: 'quotes', weight: 0.5 }
  if (reading.isAside) return { role: 'background', weight: 0.6 }
  if (side === 'before') return { role: 'reports', weight: time.kind === 'spans' ? 0.7 : 0.9 }
  if (side === 'after') return { role: 'announces', weight: 0.9 }
  if (lead === 'since') return { role: 'background', weight: 0.8 }
  // "Jusqu'en 2019": with its year, it takes a future tense to tell a deadline that is still to come from one that is past.
  if (lead === 'deadline')
    return votes.past > votes.future * 2 || (time.kind === 'spans' && votes.future === 0)
      ? { role: 'unclear', weight: 0.3 }
      : { role: 'announces', weight: 0.6 }
  const decided = decide(votes, reading)
  // Somebody's plan may be old; what he looks back on lies back all the same.
  return saidByOthers && decided.role === 'announces' ? { role: 'quotes', weight: 0.5 } : decided
}

interface Votes {
  readonly past: number
  readonly beforePast: number
  readonly future: number
}

const halve = ({ past, beforePast, future }: Votes): Votes => ({
  past: past / 2,
  beforePast: beforePast / 2,
  future: future / 2,
})

function decide({ past, beforePast, future }: Votes, { time }: Reading): RoleFound {
  const total = past + future
  if (total === 0) return { role: 'unclear', weight: 0.3 }
  const share = Math.max(past, future) / total
  const weight = Math.min(0.9, share * (0.6 + Math.min(0.3, total)))
  if (share < 0.6) return { role: 'unclear', weight: 0.3 }
  // A bare year in the future tense may be history told forwards: "il mourra en 2004".
  if (future > past && time.kind === 'spans' && time.unit === 'year') return { role: 'unclear', weight: 0.3 }
  if (future > past) return { role: 'announces', weight }
  const isDay = time.kind !== 'spans' || time.unit === 'day'
  return { role: isDay && beforePast < past * 0.6 ? 'reports' : 'background', weight }
}

function findLead(
  tokens: Tokens,
  { first }: Reading,
  { sets }: Vocabulary,
): 'recurs' | 'since' | 'deadline' | undefined {
  for (let at = first - 1; at >= 0 && at >= first - 2; at--) {
    if (endsSentence(tokens, at) || gapAfter(tokens, at).includes(',')) return undefined
    const word = tokens.words[at]!
    if (sets.every.has(word)) return 'recurs'
    if (sets.since.has(word)) return 'since'
    if (sets.deadline.has(word)) return 'deadline'
  }
  return undefined
}

function countTenses(
  tokens: Tokens,
  { first, last }: Reading,
  sentence: { first: number; last: number },
  vocabulary: Vocabulary,
): Votes {
  const votes = { past: 0, beforePast: 0, future: 0 }
  const outward = (from: number, to: number, step: 1 | -1): void => {
    let distance = 0
    for (let at = from; step > 0 ? at <= to : at >= to; at += step) {
      distance += gapAfter(tokens, step > 0 ? at - 1 : at).includes(',') ? 4 : 1
      const tense = findTense(tokens, at, vocabulary)
      if (tense === undefined) continue
      const vote = 1 / (2 + distance)
      if (tense === 'beforePast') votes.beforePast += vote
      votes[tense === 'future' ? 'future' : 'past'] += vote
    }
  }
  if (sentence.first > last) outward(sentence.first, sentence.last, 1)
  else {
    outward(first - 1, sentence.first, -1)
    outward(last + 1, sentence.last, 1)
  }
  return votes
}

type Tense = 'past' | 'beforePast' | 'future'

function findTense(tokens: Tokens, at: number, vocabulary: Vocabulary): Tense | undefined {
  const { sets, pastEndings, participleEndings } = vocabulary
  const word = tokens.words[at]!
  if (sets.beforePast.has(word) || isPluperfect(tokens, at, vocabulary)) return 'beforePast'
  if (isFuture(tokens, at, vocabulary)) return 'future'
  if (isAuxiliaryOfPast(tokens, at, vocabulary)) return isLedByFuture(tokens, at, vocabulary) ? 'future' : 'past'
  if (word.length < 4) return undefined
  const raw = rawAt(tokens, at)
  if (participleEndings?.test(raw)) return findTenseOfParticiple(tokens, at, vocabulary)
  if (!pastEndings.test(raw)) return undefined
  if (isLedByFuture(tokens, at, vocabulary)) return 'future'
  const auxiliaries = [tokens.words[at - 1] ?? '', tokens.words[at - 2] ?? '']
  return auxiliaries.some((word) => sets.beforePast.has(word) || sets.pluperfectOf.has(word)) ? 'beforePast' : 'past'
}

const rawAt = (tokens: Tokens, at: number): string =>
  tokens.text.slice(tokens.starts[at], endOf(tokens, at)).toLowerCase()

const isFuture = (tokens: Tokens, at: number, { sets, futureEndings }: Vocabulary): boolean =>
  sets.future.has(tokens.words[at]!) ||
  (tokens.words[at]!.length >= 4 && futureEndings?.test(rawAt(tokens, at)) === true)

/** French "a" is a verb where it bears no accent. */
const isAuxiliaryOfPast = (tokens: Tokens, at: number, { sets, lang }: Vocabulary): boolean =>
  sets.past.has(tokens.words[at]!) && (lang !== 'fr' || tokens.words[at] !== 'a' || rawAt(tokens, at) === 'a')

/** So many words may stand between an auxiliary and its participle: "a, selon lui, toujours été". */
const auxiliaryReach = 4

/** "ont fermé", "seront fermés": a participle has the tense of the auxiliary before it; "une journée réservée" has none. */
function findTenseOfParticiple(tokens: Tokens, at: number, vocabulary: Vocabulary): Tense | undefined {
  const { sets, pastWithPresent } = vocabulary
  for (let before = at - 1; before >= 0 && at - before <= auxiliaryReach && !endsSentence(tokens, before); before--) {
    const word = tokens.words[before]!
    if (isFuture(tokens, before, vocabulary)) return 'future'
    if (sets.beforePast.has(word)) return 'beforePast'
    if (isAuxiliaryOfPast(tokens, before, vocabulary))
      return isLedByFuture(tokens, before, vocabulary) ? 'future' : 'past'
    if (sets.present.has(rawAt(tokens, before))) return pastWithPresent?.test(rawAt(tokens, at)) ? 'past' : undefined
  }
  return undefined
}

/** "will be held", "wird eröffnet": a verb form has the tense of the auxiliary before it, in its clause. */
function isLedByFuture(tokens: Tokens, at: number, vocabulary: Vocabulary): boolean {
  for (let before = at - 1; before >= 0 && at - before <= 10; before--) {
    if (gapAfter(tokens, before).includes(',') || endsSentence(tokens, before)) return false
    if (isFuture(tokens, before, vocabulary)) return true
  }
  return false
}

/** "était partie", "erano nati": a form of *to be* with a participle right after it. */
function isPluperfect(tokens: Tokens, at: number, { sets, pastEndings, participleEndings }: Vocabulary): boolean {
  if (!sets.pluperfectOf.has(tokens.words[at]!) || at + 1 >= tokens.words.length) return false
  return (participleEndings ?? pastEndings).test(rawAt(tokens, at + 1))
}

/** The words of a sentence that stand in the mention's quotation: «said», outside it, is the writer's own past tense. */
function clipToQuotation(
  { text, starts }: Tokens,
  { first, last }: Reading,
  sentence: { readonly first: number; readonly last: number },
): { first: number; last: number } {
  const isMark = (at: number) => /["«»“”„]/.test(text.slice(starts[at], starts[at + 1] ?? text.length))
  let [from, to] = [first, last]
  while (from > sentence.first && !isMark(from - 1)) from--
  while (to < sentence.last && !isMark(to)) to++
  return { first: from, last: to }
}

/** Inside quotation marks that open in the 300 characters before, and haven't closed. */
export function isQuoted({ text, starts }: Tokens, { first }: Reading): boolean {
  const before = text.slice(Math.max(0, starts[first]! - 300), starts[first])
  const opened = Math.max(before.lastIndexOf('«'), before.lastIndexOf('“'), before.lastIndexOf('„'))
  const closed = Math.max(
    before.lastIndexOf('»'),
    before.lastIndexOf('”'),
    before.lastIndexOf('“') > before.lastIndexOf('„') ? before.lastIndexOf('“') : -1,
  )
  if (opened >= 0 && opened > closed) return true
  const paragraph = before.slice(before.lastIndexOf('\n') + 1)
  return (paragraph.match(/"/g)?.length ?? 0) % 2 === 1
}
