import { createRandom, createZipf, type Random } from './random.ts'

/** What a generated post was made as, so that a bench can say what the relations should find. */
export type CorpusRole = 'plain' | 'copy' | 'followUp'

export interface CorpusPost {
  readonly slug: string
  readonly title: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly tags: readonly string[]
  /** Plain paragraphs. */
  readonly paragraphs: readonly string[]
  readonly role: CorpusRole
}

export interface CorpusOptions {
  readonly posts: number
  /** Distinct tags, used by Zipf's law; 1 to 4 a post. */
  readonly tags: number
  /** Words of a post, give or take a quarter. */
  readonly words: number
  readonly seed: number
}

/** Shares of real archives that were counted: one post in twenty is a republication, one in eight continues another. */
const copyShare = 0.05
const followUpShare = 0.125

const vocabularySize = 24_000
const firstDay = Date.UTC(2004, 0, 1)
const dayMs = 86_400_000
const postsPerDay = 1.5

/**
 * Makes an archive that reads like none and counts like many: words and tags by Zipf's law, stories that share rare
 * names, republished posts with small changes. Oldest first; the same options give the same posts on every machine.
 */
export function createCorpus(options: CorpusOptions): readonly CorpusPost[] {
  const random = createRandom(options.seed)
  const words = createWords(random, vocabularySize)
  const drawWord = createZipf(vocabularySize)
  const tags = Array.from({ length: options.tags }, (_, index) => `${capitalise(words[index * 7 + 300]!)} ${index + 1}`)
  const drawTag = createZipf(options.tags)
  const posts: CorpusPost[] = []
  const stories: string[][] = []

  const sentence = (names: readonly string[]): string => {
    const length = 9 + random.below(14)
    const parts = Array.from({ length }, () => words[drawWord(random)]!)
    if (random.next() < 0.35) parts[1 + random.below(length - 1)] = random.pick(names)
    if (random.next() < 0.2) parts[1 + random.below(length - 1)] = String(2 + random.below(9_000))
    return `${capitalise(parts.join(' '))}.`
  }

  const paragraphsOf = (names: readonly string[]): string[] => {
    const wanted = options.words * (0.75 + random.next() / 2)
    const paragraphs: string[] = []
    for (let count = 0; count < wanted; ) {
      const sentences = Array.from({ length: 3 + random.below(3) }, () => sentence(names))
      paragraphs.push(sentences.join(' '))
      count += sentences.join(' ').split(' ').length
    }
    return paragraphs
  }

  for (let index = 0; index < options.posts; index++) {
    const date = new Date(firstDay + Math.floor(index / postsPerDay) * dayMs).toISOString().slice(0, 10)
    const chance = random.next()
    const original = posts.length > 20 ? posts[posts.length - 1 - random.below(20)] : undefined
    if (original && chance < copyShare) {
      const paragraphs = original.paragraphs.map((text, at) => (at === 0 ? `${sentence(['Rédaction'])} ${text}` : text))
      posts.push({
        ...original,
        slug: `${original.slug}-${index}`,
        title: `Rappel : ${original.title}`,
        date,
        paragraphs,
        role: 'copy',
      })
      continue
    }
    const isFollowUp = chance < copyShare + followUpShare && stories.length > 5
    const names = isFollowUp ? stories[stories.length - 1 - random.below(5)]! : inventNames(random, words)
    if (!isFollowUp) stories.push(names)
    const title = `${capitalise(words[drawWord(random)]!)} ${words[drawWord(random)]!} ${random.pick(names)} ${words[drawWord(random)]!}`
    const slug = `${title
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]+/g, '-')}-${index}`
    const own = new Set(Array.from({ length: 1 + random.below(4) }, () => tags[drawTag(random)]!))
    posts.push({
      slug,
      title,
      date,
      tags: [...own],
      paragraphs: paragraphsOf(names),
      role: isFollowUp ? 'followUp' : 'plain',
    })
  }
  return posts
}

const onsets = [
  'b',
  'c',
  'ch',
  'd',
  'f',
  'g',
  'gr',
  'j',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'qu',
  'r',
  's',
  't',
  'tr',
  'v',
  'vr',
]
const vowels = ['a', 'e', 'é', 'i', 'o', 'u', 'ou', 'ai', 'eau', 'on', 'an', 'in']
const functionWords =
  'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont'.split(' ')

function createWords(random: Random, size: number): readonly string[] {
  const words = new Set(functionWords)
  while (words.size < size) {
    const syllables = 1 + random.below(4)
    words.add(Array.from({ length: syllables }, () => random.pick(onsets) + random.pick(vowels)).join(''))
  }
  return [...words]
}

const inventNames = (random: Random, words: readonly string[]): string[] =>
  Array.from({ length: 4 }, () => capitalise(`${random.pick(words)}${random.pick(onsets)}${random.pick(vowels)}x`))

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
