import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import type { ArchivedArticle } from '../../src/import/archived-article.ts'
import { foldText } from '../../src/import/fold-text.ts'
import { readTextArchive } from '../../src/import/read-text-archive.ts'
import { findRepeatStrength } from '../../src/import/title-repeat.ts'
import { splitReadMore } from '../../src/import/truncation.ts'
import { page, prose, twice } from './page-text.ts'

const read = (text: string) => {
  const { pages, furniture, problems } = readTextArchive(text, { file: 'a.txt' })
  return {
    articles: pages.flatMap(({ articles }) => articles),
    furniture: furniture.map((line) => line.text),
    problems,
  }
}
const titles = (text: string) => read(text).articles.map(({ title }) => title)

const heading = "Archive pour le Tag 'Ville'"

describe('a page whose titles stand twice', () => {
  it('has a post for each pair', () => {
    const { articles, furniture } = read(
      page(heading, twice('La piscine rouvre', prose[0]!, prose[1]!), twice('Le pont ferme', prose[3]!), '1234'),
    )
    expect(articles.map(({ title, body }) => [title, body])).toEqual([
      ['La piscine rouvre', `${prose[0]}\n\n${prose[1]}`],
      ['Le pont ferme', prose[3]],
    ])
    expect(furniture).toEqual([heading, '1234'])
  })

  it.each([
    ['case', 'La piscine rouvre', 'LA PISCINE ROUVRE'],
    ['a stray full stop', 'La piscine rouvre ?', 'La piscine rouvre ? .'],
    ['a prefix', 'La piscine rouvre en juin', 'Ville : La piscine rouvre en juin'],
    ['a glued prefix', 'Sport : La piscine rouvre', 'SportLa piscine rouvre'],
    ['an entity', 'Piscine & bassins', 'Piscine &amp; bassins'],
    ['spaces', 'Ville :la piscine', 'Ville : la piscine'],
    ['a mended word', 'La picsine rouvre enfin ses portes', 'La piscine rouvre enfin ses portes'],
  ])('takes prints that differ by %s for one', (_, one, other) => {
    const text = page(
      heading,
      twice('Le pont ferme', prose[3]!),
      page(one, other, prose[0]!),
      twice('La halle', prose[2]!),
    )
    expect(titles(text)).toHaveLength(3)
    expect(read(text).articles[1]!.body).toBe(prose[0])
  })

  it('reads one blank line less as well: without any', () => {
    const text = [
      heading,
      'La piscine rouvre',
      'La piscine rouvre',
      prose[0],
      prose[1],
      'Le pont ferme',
      'Le pont ferme',
      prose[3],
    ]
    expect(titles(text.join('\n'))).toEqual(['La piscine rouvre', 'Le pont ferme'])
  })

  it('keeps subtitles, questions, lists and mentions of other titles in the body', () => {
    const inner = [
      'Une histoire ancienne',
      'Les nageurs ont creusé le premier bassin à la pelle, deux ans avant que la mairie ne vote un budget.',
      'Pourquoi si tard ?',
      prose[4]!,
      '1. Nager',
      '2. Courir',
      'Le pont ferme',
      prose[5]!,
    ]
    const { articles } = read(
      page(
        heading,
        twice('La piscine rouvre', prose[0]!, ...inner),
        twice('Le pont ferme', prose[3]!),
        twice('La halle', prose[2]!),
      ),
    )
    expect(articles.map(({ title }) => title)).toEqual(['La piscine rouvre', 'Le pont ferme', 'La halle'])
    expect(articles[0]!.body).toContain('1. Nager\n2. Courir')
  })

  it.each([
    ['a lost space', 'Ville :Le pont ferme', 'Ville : Le pont ferme', 'Ville : Le pont ferme'],
    ['a stray full stop', 'Le pont ferme.', 'Le pont ferme', 'Le pont ferme'],
    ['an entity', 'Le pont &amp; l&#8217;eau', 'Le pont & l’eau', 'Le pont & l’eau'],
    ['a dropped prefix', 'Le pont ferme', 'Ville : Le pont ferme', 'Ville : Le pont ferme'],
    ['nothing but case', 'LE PONT FERME', 'Le pont ferme', 'LE PONT FERME'],
  ])('shows the better of two prints that differ by %s', (_, one, other, better) => {
    const text = page(heading, page(one, other, prose[0]!), twice('La halle', prose[2]!), twice('La gare', prose[1]!))
    expect(titles(text)[0]).toBe(better)
  })

  it('finds a post whose second title is missing, and says that it is in doubt', () => {
    const { articles, problems } = read(
      page(
        heading,
        twice('La piscine municipale rouvre', prose[0]!),
        'Le pont du canal ferme',
        'Les piétons passeront par l’écluse pendant tout le mois.',
        twice('La halle', prose[2]!),
      ),
    )
    expect(articles).toHaveLength(3)
    expect(problems).toMatchObject([
      { code: 'DOUBTFUL_CUT', severity: 'doubt', source: { lines: { first: 9, last: 9 } } },
    ])
  })

  it('keeps two posts in a row with one title apart, and drops a title repeated as first paragraph', () => {
    const { articles } = read(
      page(
        heading,
        twice('Même titre', prose[0]!),
        twice('Même titre', prose[1]!),
        twice('Autre titre', 'Autre titre', prose[2]!),
      ),
    )
    expect(articles.map(({ title, body }) => [title, body])).toEqual([
      ['Même titre', prose[0]],
      ['Même titre', prose[1]],
      ['Autre titre', prose[2]],
    ])
  })
})

describe('a page whose titles stand once', () => {
  const posts = (format: (title: string, day: number, body: string) => string) =>
    ['La piscine rouvre', 'Le pont ferme', 'La halle avance ?'].map((title, i) => format(title, i + 3, prose[i]!))

  it('is cut at date lines below the titles', () => {
    const text = page(
      'Étiquette : Ville',
      ...posts((title, day, body) =>
        page(title, `Publié le ${day} juin 2024 par Anne`, body, 'Un sous-titre', prose[4]!),
      ),
    )
    const { articles } = read(text)
    expect(articles.map(({ title, stated }) => [title, stated?.day])).toEqual([
      ['La piscine rouvre', '2024-06-03'],
      ['Le pont ferme', '2024-06-04'],
      ['La halle avance ?', '2024-06-05'],
    ])
  })

  it('is cut at date lines above the titles', () => {
    const text = page('Étiquette : Ville', ...posts((title, day, body) => page(`le ${day} juin 2024`, title, body)))
    expect(read(text).articles.map(({ title, stated }) => [title, stated?.day])).toEqual([
      ['La piscine rouvre', '2024-06-03'],
      ['Le pont ferme', '2024-06-04'],
      ['La halle avance ?', '2024-06-05'],
    ])
  })

  it('is cut at footers, whose tags are the posts’', () => {
    const text = page(
      'Étiquette : Ville',
      ...posts((title, _, body) => page(title, body, 'Publié dans Sport | Tags: eau, été | 2 commentaires »')),
      '« Articles plus anciens',
    )
    const { articles, furniture } = read(text)
    expect(articles.map(({ title, tags }) => [title, tags])).toEqual([
      ['La piscine rouvre', ['Ville', 'eau', 'été']],
      ['Le pont ferme', ['Ville', 'eau', 'été']],
      ['La halle avance ?', ['Ville', 'eau', 'été']],
    ])
    expect(furniture.at(-1)).toBe('« Articles plus anciens')
  })

  it('takes no link of a sidebar over the heading for a post, though two posts have one title', () => {
    const text = page(
      'Mon carnet\nArticles récents\nLe pont ferme\nLe pont ferme\nArchives\njuin 2024',
      heading,
      twice('Le pont ferme', prose[3]!),
      twice('Le pont ferme', prose[0]!),
    )
    expect(titles(text)).toEqual(['Le pont ferme', 'Le pont ferme'])
  })

  it('keeps the posts over a heading, if a page without one was pasted before', () => {
    const text = page(
      twice('La piscine rouvre', prose[0]!),
      twice('Le pont ferme', prose[3]!),
      heading,
      twice('La halle', prose[2]!),
      twice('La gare', prose[1]!),
    )
    expect(titles(text)).toEqual(['La piscine rouvre', 'Le pont ferme', 'La halle', 'La gare'])
  })

  it('leaves menus and sidebars out', () => {
    const text = page(
      'Mon blog\nAccueil\nÀ propos',
      'Étiquette : Ville',
      ...posts((title, day, body) => page(title, `${day} juin 2024`, body)),
      'Rechercher\nArticles récents\nLa piscine rouvre\nLe pont ferme\nArchives\njuin 2024 (3)\nPropulsé par WordPress',
    )
    expect(titles(text)).toEqual(['La piscine rouvre', 'Le pont ferme', 'La halle avance ?'])
    expect(read(text).articles[2]!.body).toBe(prose[2])
  })

  const dayOf = (i: number) => `2024-06-${String(28 - i).padStart(2, '0')}`
  const dated = (format: (date: string, post: string) => string) =>
    read(
      page(
        heading,
        ...prose.concat(prose).map((text, i) => format(`${28 - i} juin 2024`, twice(`Article sur le lieu ${i}`, text))),
      ),
    ).articles.map(({ stated }) => stated?.day)

  it('gives each post the date at its foot, however many there are', () => {
    expect(dated((date, post) => `${post}\n\n${date}`)).toEqual(Array.from({ length: 12 }, (_, i) => dayOf(i)))
  })

  it('gives each post the date over it, however many there are', () => {
    expect(dated((date, post) => `${date}\n\n${post}`)).toEqual(Array.from({ length: 12 }, (_, i) => dayOf(i)))
  })

  it('finds the date between two prints of the title', () => {
    expect(dated((date, post) => post.replace('\n\n', `\n\n${date}\n\n`))[11]).toBe(dayOf(11))
  })

  it('gives the posts of one day the date that stands over the first of them', () => {
    const text = page(
      'Étiquette : Ville',
      'mardi 4 juin 2024',
      page('La piscine rouvre', prose[0]!, 'Publié par Anne à 10:32'),
      page('Le pont ferme', prose[1]!, 'Publié par Anne à 8:15'),
      'lundi 3 juin 2024',
      page('La halle avance', prose[2]!, 'Publié par Anne à 19:47'),
    )
    expect(read(text).articles.map(({ title, stated }) => [title, stated?.day])).toEqual([
      ['La piscine rouvre', '2024-06-04'],
      ['Le pont ferme', '2024-06-04'],
      ['La halle avance', '2024-06-03'],
    ])
  })

  it('reads the time beside a date on the clock of the given zone, and none without one', () => {
    const text = page(
      'Étiquette : Ville',
      ...posts((title, day, body) => page(title, `le ${day} juin 2024 à 0 h 30`, body)),
    )
    const readIn = (timeZone?: string) =>
      readTextArchive(text, { file: 'a.txt', timeZone }).pages[0]!.articles[0]!.stated
    expect(readIn('Europe/Paris')).toMatchObject({ day: '2024-06-03', instant: '2024-06-02T22:30:00Z' })
    expect(readIn()?.instant).toBeUndefined()
  })

  it('reads numeric dates in the order that the page shows elsewhere', () => {
    const dates = ['06/03/2024', '04/09/2024', '03/25/2024']
    const text = page('Tag: town', ...dates.map((date, i) => page(`Title number ${i}`, `${date} by Jane`, prose[i]!)))
    expect(read(text).articles.map(({ stated }) => stated?.day)).toEqual(['2024-06-03', '2024-04-09', '2024-03-25'])
  })

  it('takes the date and the address of a post from its permalink', () => {
    const text = page(
      'Étiquette : Ville',
      ...posts((title, day, body) => page(title, `https://blog.example/2010/07/0${day}/post-${day}/`, body)),
    )
    expect(read(text).articles[0]).toMatchObject({
      stated: { day: '2010-07-03' },
      sources: [{ url: 'https://blog.example/2010/07/03/post-3/' }],
    })
  })
})

describe('a page that was not copied from its top', () => {
  const rest = [twice('Le pont ferme', prose[3]!), twice('La halle', prose[2]!)]

  it('begins with the end of a post, which is no title, and is named in one problem', () => {
    const { articles, furniture, problems } = read(page(prose[0]!, prose[1]!, 'On verra bien.', ...rest))
    expect(articles.map(({ title }) => title)).toEqual(['Le pont ferme', 'La halle'])
    expect(furniture).toEqual([prose[0], prose[1], 'On verra bien.'])
    expect(problems).toMatchObject([
      { code: 'TEXT_OUTSIDE_POSTS', severity: 'loss', source: { lines: { first: 1, last: 5 } } },
    ])
  })

  it('may begin with one short sentence', () => {
    expect(read(page('On verra bien.', ...rest)).problems).toMatchObject([
      { code: 'TEXT_OUTSIDE_POSTS', severity: 'loss', source: { lines: { first: 1, last: 1 } } },
    ])
  })

  it('is none where a sentence introduces the archive, or a menu stands over it', () => {
    expect(read(page(heading, 'Tout sur la ville.', ...rest)).problems).toEqual([])
    expect(read(page('Accueil', 'Contact', 'Archives', ...rest)).problems).toEqual([])
  })
})

describe('bodies', () => {
  it.each([
    ['an ellipsis', 'Le conseil a voté hier le principe d’une halle de verre […]', true],
    ['"Lire la suite"', 'Le conseil a voté hier le principe d’une halle… Lire la suite →', true],
    ['an article without its noun', 'Le conseil a voté hier le principe d’une halle de verre, mais les', true],
    ['a full stop', 'Le conseil a voté hier le principe d’une halle de verre.', false],
    ['no full stop', 'Le conseil a voté hier le principe d’une halle de verre', false],
  ])('that end in %s are judged cut off or not', (_, last, isTruncated) => {
    const { articles } = read(page(heading, twice('La halle', prose[0]!, last), twice('Le pont', prose[3]!)))
    expect(articles[0]!.isTruncated).toBe(isTruncated)
    expect(articles[0]!.body).not.toContain('Lire la suite')
  })

  it('keeps the lines of a verse together, where blank lines set paragraphs apart', () => {
    const verse = 'La rivière ne dit rien\nmais le pont lui répond'
    const { articles } = read(page(heading, twice('Vers', prose[0]!, verse, prose[1]!), twice('Le pont', prose[3]!)))
    expect(articles[0]!.body).toBe(`${prose[0]}\n\nLa rivière ne dit rien\\\nmais le pont lui répond\n\n${prose[1]}`)
  })

  it('takes a separate "Lire la suite" for a sign of a cut, not for text', () => {
    const { articles } = read(
      page(heading, twice('La halle', prose[2]!, 'Lire la suite →'), twice('Le pont', prose[3]!, 'Lire la suite →')),
    )
    expect(articles.map(({ body, isTruncated }) => [body, isTruncated])).toEqual([
      [prose[2], true],
      [prose[3], true],
    ])
  })
})

describe('any page', () => {
  const word = fc.constantFrom(
    'ville',
    'pont',
    'eau',
    'Été',
    '*',
    '# a',
    '1.',
    '2.',
    '- b',
    '{{x}}',
    '<b>',
    '|',
    'Tags:',
    '…',
    '12',
    '_',
  )
  const line = fc.oneof(
    { weight: 4, arbitrary: fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' ')) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        heading,
        'Titre A',
        'Titre B',
        'le 3 juin 2024',
        'Publié dans Sport',
        'Tags',
        'Author Ellen',
        'Facebook',
        'Archives',
        '1 2 3',
        'https://blog.example/2010/07/08/titre/',
        'Lire la suite',
      ),
    },
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
  )

  it('loses no line: each is title or text of one post, its data, or furniture', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n').replace(/\p{Cc}/gu, (c) => (c === '\n' ? c : ' '))
        expect(findLost(text)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['posts called as a pager is', ['1 2 3', '1 2 3', '1 2 3', 'ville']],
    ['a date over such a post', ['le 3 juin 2024', '1 2 3', '1 2 3', '2.']],
    ['data of a post that repeats', ['ville', 'Publié dans Sport', 'Tags: ville', 'Publié dans Sport']],
  ])('loses no line of %s', (_, lines) => {
    expect(findLost(lines.join('\n'))).toEqual([])
  })

  it('of 2,000 posts is read in seconds, and a line of megabytes does not hang', () => {
    const posts = Array.from({ length: 2000 }, (_, i) => twice(`Titre numéro ${i}`, prose[i % prose.length]!))
    expect(titles(page(heading, ...posts))).toHaveLength(2000)
    for (const hostile of [' ', '{', '_', '. ', '[(', '&', ')'])
      expect(
        titles(page(heading, twice('Un titre', `x${hostile.repeat(500_000)}x`), twice('Deux titres', prose[0]!))),
      ).toHaveLength(2)
  })
})

const renderer = new MarkdownIt({ html: false })
const letters = (text: string) => text.replace(/\P{L}/gu, '')

/** Lines of a page that come out neither as furniture nor in exactly one post: as its title, in its text, or as "Read more". */
function findLost(text: string): readonly string[] {
  const { pages, furniture } = readTextArchive(text, { file: 'a.txt' })
  const furnitureLines = new Set(furniture.map((left) => left.line))
  const articles = pages.flatMap((page) => page.articles)
  return text.split('\n').filter((raw, i) => {
    if (raw.trim() === '' || furnitureLines.has(i + 1)) return false
    const homes = articles.filter(({ sources: [{ lines }] }) => lines!.first <= i + 1 && i + 1 <= lines!.last)
    return homes.length !== 1 || !holds(homes[0]!, raw.trim())
  })
}

function holds({ title, body, isTruncated }: ArchivedArticle, line: string): boolean {
  const folded = foldText(line) || line
  if (findRepeatStrength(foldText(title) || title, folded) !== 'none') return true
  const { text, hasReadMore } = splitReadMore(line)
  return (isTruncated && hasReadMore && text === line) || letters(toText(body)).includes(letters(text))
}

const toText = (markdown: string): string =>
  renderer
    .parse(markdown, {})
    .flatMap(({ children }) => children ?? [])
    .map(({ content }) => content)
    .join('')
