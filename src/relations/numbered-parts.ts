import { tokenise } from './tokens.ts'

/**
 * For each article whose title says that it is part 2 of 3, the article with part 1: one piece told in several posts, which needs no
 * other sign. Where several posts are that part, the last one before it.
 *
 * @param titles - In order of time.
 * @returns Places, later → earlier.
 */
export function findPartsBefore(titles: readonly string[]): ReadonlyMap<number, number> {
  const latest = new Map<string, number>()
  const before = new Map<number, number>()
  for (const [place, title] of titles.entries()) {
    const part = readPart(title)
    if (part === undefined) continue
    const earlier = latest.get(`${part.piece} ${part.number - 1}`)
    if (earlier !== undefined) before.set(place, earlier)
    // What begins with another number is a score, or a date.
    if (earlier !== undefined || part.number === 1) latest.set(`${part.piece} ${part.number}`, place)
  }
  return before
}

/** "My trip (2/3)", "My trip, part 2". */
function readPart(title: string): { readonly piece: string; readonly number: number } | undefined {
  const found = partAtEnd.exec(title)
  if (found === null) return undefined
  const name = tokenise(title.slice(0, found.index))
  if (name.count === 0) return undefined
  const [number, total] = [Number(found[1] ?? found[3]), found[2] ?? 'some']
  return number > Number(found[2] ?? 99) ? undefined : { piece: `${name.hashes.join(' ')} of ${total}`, number }
}

const partAtEnd =
  /[([]?\b(?:(\d{1,2})\s?\/\s?(\d{1,2})|(?:part|partie|[ée]pisode|volet|teil|folge|parte|puntata)\s(\d{1,2}))\b[)\]]?\s*$/iu
