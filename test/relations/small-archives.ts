import { createRandom } from '../../bench/random.ts'
import type { Post } from '../../src/posts/post.ts'
import { parseSlug } from '../../src/posts/slug.ts'
import { dated, owner } from './archive.ts'

/** An archive in which posts have so much to do with each other that most edits of a text change something for others. */
export interface SmallArchive {
  readonly posts: readonly Post[]
  /** Another text of one of them. */
  readonly edit: (posts: readonly Post[]) => readonly Post[]
}

const common: Readonly<Record<string, readonly string[]>> = {
  fr: 'le la des une maison ville école train hiver lundi monde pays année travail'.split(' '),
  en: 'the of and house town school train winter monday world country year work with'.split(' '),
  // No list has its words.
  eo: 'la kaj domo urbo lernejo trajno vintro lundo mondo lando jaro laboro kun'.split(' '),
}
const farewells = [
  'Merci de votre visite sur ce carnet, et à bientôt sur le quai pour la suite de nos petites histoires.',
  'Toutes les photos de cette page sont de la rédaction, sauf mention contraire au bas de chaque image.',
]
const syllables = 'ba ke lo mi nu tra vo zi gre pon dra fel'.split(' ')

/** @param seed - The same gives the same. */
export function createSmallArchive(seed: number): SmallArchive {
  const { next, below, pick } = createRandom(seed)
  const list = <Item>(count: number, make: () => Item): Item[] => Array.from({ length: count }, make)
  const chance = (share: number) => next() < share
  const word = () => list(2 + below(2), () => pick(syllables)).join('')
  const toName = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}x`
  const [words, names] = [list(pick([150, 600]), word), list(pick([25, 70]), () => toName(word()))]
  const languages = pick([['fr'], ['fr'], ['fr', 'en'], ['fr', 'en', 'eo']])
  const sentence = (lang: string, some: readonly string[]) => {
    const said = list(5 + below(12), () =>
      chance(0.35) ? pick(common[lang]!) : chance(0.2) ? pick(some) : words[Math.floor(words.length * next() ** 2)]!,
    )
    return `${toName(said.join(' ')).slice(0, -1)}.`
  }
  const text = (lang: string, some: readonly string[]) => list(1 + below(8), () => sentence(lang, some)).join(' ')
  const posts: Post[] = []
  for (let at = 0; at < 70; at++) {
    const lang = pick(languages)
    const some = at > 4 && chance(0.5) ? namesIn(posts[at - 1 - below(4)]!.body, names) : list(4, () => pick(names))
    const day = new Date(Date.UTC(2012, 0, 1 + 2 * at + pick([0, 0, 0, 0, 2, 7]))).toISOString().slice(0, 10)
    const title = chance(0.05) ? `En bref ${at}` : `${pick(words)} ${pick(some)} ${pick(words)}`
    const own = text(lang, some)
    const other = posts[below(Math.max(1, at))]
    const body = chance(0.06) ? '' : chance(0.12) ? `${own}\n\n${pick(farewells)}` : own
    const copied = other !== undefined && chance(0.2)
    const link = other !== undefined && chance(0.08) ? `[Voir](/articles/${other.slug}/) ` : ''
    posts.push(
      dated(day, copied && chance(0.5) ? other.title : title, '', {
        lang,
        id: dated(day, `p${at}`, `${at}`).id,
        slug: parseSlug(`billet-numero-${at}`, 'slug'),
        body: copied ? `${other.body}${chance(0.5) ? ` ${sentence(lang, some)}` : ''}` : `${link}${body}`,
        ...(copied && chance(0.4) ? { date: other.date } : {}),
        relations: owner(other !== undefined && chance(0.04) ? { notRelatedTo: [other.slug] } : {}),
      }),
    )
  }
  const editOf = ({ body, lang }: Post, all: readonly Post[]): string => {
    const sentences = body.split('. ')
    const other = pick(all)
    switch (below(11)) {
      case 0:
        return sentences.toSpliced(below(sentences.length), 1).join('. ')
      case 1:
        return sentences.toReversed().join('. ')
      case 2:
        return other.body
      case 3:
        return `${namesIn(other.body, names).join(' et ')} hier. ${body}`
      case 4:
        return `${body}\n\n${pick(farewells)}`
      case 5:
        return `[Lire](/articles/${other.slug}/) ${body}`
      case 6:
        return sentences.map((one) => one.replaceAll(` ${pick(common[lang]!)} `, ' ')).join('. ')
      case 7:
        return body.toLowerCase()
      case 8:
        return sentence(lang, names)
      default:
        return `${body} ${sentence(lang, chance(0.5) ? namesIn(body, names) : names)}`
    }
  }
  return {
    posts,
    edit: (all) => {
      const at = below(all.length)
      return all.with(at, { ...all[at]!, body: editOf(all[at]!, all) })
    },
  }
}

function namesIn(text: string, names: readonly string[]): readonly string[] {
  const found = names.filter((name) => text.includes(name)).slice(0, 4)
  return found.length > 0 ? found : names.slice(0, 2)
}
