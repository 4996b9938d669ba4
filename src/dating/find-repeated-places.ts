import type { Mention } from './mention.ts'

/** So much of a text on one side of a mention tells that it is the same text. */
const contextLength = 60

/**
 * Tells of a mention whether its words, with what stands before or after them, stood in an older article already: then they
 * were written for that one, and don't say when this one appeared.
 *
 * @param texts - Newest first.
 */
export function findRepeatedPlaces(
  texts: readonly string[],
  mentions: readonly (readonly Mention[])[],
): (article: number, mention: number) => boolean {
  const oldest = new Map<string, number>()
  const contexts = texts.map((text, article) => mentions[article]!.map((mention) => toContexts(text, mention)))
  for (const [article, ofArticle] of contexts.entries())
    for (const context of ofArticle.flat()) oldest.set(context, article)
  return (article, mention) => contexts[article]![mention]!.some((context) => oldest.get(context)! > article)
}

function toContexts(text: string, { start, end, words }: Mention): readonly string[] {
  const before = text.slice(Math.max(0, start - contextLength), end)
  const after = text.slice(start, end + contextLength)
  const isLong = (context: string): boolean => context.length >= words.length + contextLength / 2
  return [before, after].filter(isLong).map((context) => context.replace(/\s+/g, ' '))
}
