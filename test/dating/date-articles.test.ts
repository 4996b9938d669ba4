import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, parseDay } from '../../src/calendar/day.ts'
import { type DatingInput, dateArticles, explainDates } from '../../src/dating/date-articles.ts'
import { explainDate } from '../../src/dating/explain-date.ts'
import type { PostDate } from '../../src/dating/post-date.ts'
import { toBounds } from './labelled-posts.ts'

const day = (text: string): Day => parseDay(text)!
const stated = (text: string): PostDate => ({ kind: 'stated', day: day(text) })

interface ArchiveOptions {
  readonly lang?: string
  readonly anchors?: readonly (PostDate | undefined)[]
}

/** Articles of one archive, newest first; a date for a body is that of an article that states it. */
const archiveOf = (bodies: readonly string[], options: ArchiveOptions = {}): DatingInput => ({
  articles: bodies.map((body, i) => ({ title: `Post ${i}`, body, lang: options.lang ?? 'fr' })),
  sequences: [bodies.map((_, i) => i)],
  anchors: options.anchors ?? bodies.map(() => undefined),
})

const dateArchive = (bodies: readonly string[], options?: ArchiveOptions) => dateArticles(archiveOf(bodies, options))

describe('dateArticles', () => {
  it('pins news of a weekday and day to a few days, and quotes the words', () => {
    const anchors = [stated('2024-01-01'), undefined, stated('2023-10-01')]
    const { dates } = dateArchive(['', 'Le pont a rouvert mercredi 29 novembre.', ''], { anchors })
    expect(dates[1]).toEqual({
      kind: 'inferred',
      day: '2023-11-30',
      earliest: '2023-11-29',
      latest: '2023-12-06',
      evidence: 'mercredi 29 novembre',
    })
  })

  it('puts an article without a date between its neighbours, by the order in the archive', () => {
    const anchors = [stated('2021-03-11'), undefined, stated('2021-03-01')]
    expect(dateArchive(['', 'Rien de daté ici.', ''], { anchors }).dates[1]).toEqual({
      kind: 'inferred',
      day: '2021-03-05',
      earliest: '2021-03-01',
      latest: '2021-03-11',
      evidence: 'order in the archive',
    })
  })

  it('says one bound only where it knows one', () => {
    expect(dateArchive(['', ''], { anchors: [stated('2021-03-11'), undefined] }).dates[1]).toMatchObject({
      kind: 'bounded',
      bound: 'latest',
      day: '2021-03-11',
    })
  })

  it('says nothing where nothing is known', () => {
    expect(dateArchive(['Bonjour.', 'Bonsoir.']).dates).toEqual([undefined, undefined])
  })

  it('bounds nothing between archives that share no post', () => {
    const { dates } = dateArticles({
      articles: [0, 1].map((i) => ({ title: `${i}`, body: '', lang: 'fr' })),
      sequences: [[0], [1]],
      anchors: [stated('2020-01-01'), undefined],
    })
    expect(dates[1]).toBeUndefined()
  })

  it('does not take a republished text for news', () => {
    const body = 'La gare a fermé mardi 12 juillet, et personne ne sait pour combien de temps elle restera fermée.'
    const { dates } = dateArchive(['', body, body, ''], {
      anchors: [stated('2022-12-01'), undefined, undefined, stated('2022-06-01')],
    })
    expect(dates[2]).toMatchObject({ earliest: '2022-07-12', latest: '2022-07-19' })
    expect(dates[1]).toMatchObject({ earliest: '2022-07-12', latest: '2022-12-01' })
  })

  it('drops the mention that contradicts the others, and reports it', () => {
    const bodies = ['', 'Le préfet a signé le 3 mai 2022 un arrêté.', '']
    const { dates, problems } = dateArchive(bodies, {
      anchors: [stated('2019-02-01'), undefined, stated('2019-01-01')],
    })
    expect(toBounds(dates[1])).toEqual(['2019-01-01', '2019-02-01'])
    expect(problems).toMatchObject([{ code: 'DATE_CONTRADICTION', severity: 'doubt' }])
    expect(problems[0]!.message).toContain('3 mai 2022')
  })

  // The year 1582 lies before all days that are reckoned with; weighing it against others once never came to an end.
  it('weighs history told in a post against dates that contradict it', () => {
    const told = 'Le 4 octobre 1582, le calendrier a changé. Mardi 9 juillet 2024, on en a parlé à la radio.'
    const { dates } = dateArticles({
      articles: [
        { title: 'Un', body: 'La gare a ouvert lundi 3 juin 2019.', lang: 'fr' },
        { title: 'Deux', body: told, lang: 'fr' },
      ],
      sequences: [[0, 1]],
      anchors: [undefined, undefined],
    })
    expect(dates).toHaveLength(2)
  })

  it('lets one wrong date lose against the many above it', () => {
    const month = ['juin', 'mai', 'avril', 'mars']
    const bodies = [
      ...month.map((name) => `La salle ouvrira le 20 ${name} 2015.`),
      'La salle a fermé le 3 janvier 2018.',
    ]
    const { problems } = dateArchive(bodies)
    expect(problems.map(({ message }) => /"(\d+ \S+ \d+)"/.exec(message)?.[1])).toEqual(['3 janvier 2018'])
  })

  it('keeps a stated date that contradicts the order, and believes the order of the others', () => {
    const anchors = ['2010-01-01', '2022-03-03', '2022-02-02', '2022-01-01'].map(stated)
    const { dates, problems } = dateArchive(['', '', '', ''], { anchors })
    expect(dates).toEqual(anchors)
    expect(problems.map(({ code }) => code)).toEqual(['DATE_OUT_OF_ORDER'])
  })

  it('reads an archive with the oldest post first from its end', () => {
    const anchors = [stated('2020-01-01'), stated('2020-02-01'), undefined, stated('2020-04-01')]
    expect(dateArchive(['', '', '', ''], { anchors }).dates[2]).toMatchObject({
      earliest: '2020-02-01',
      latest: '2020-04-01',
    })
  })

  it('dates an article that is in no order by its own text, whatever the others are', () => {
    const text = 'Le pont a rouvert mercredi 29 novembre 2023.'
    const alone = dateArticles({ ...archiveOf([text]), sequences: [] }).dates[0]
    expect(alone).toMatchObject({ kind: 'bounded', day: '2023-11-29' })
    const anchors = [undefined, stated('2023-12-24'), undefined]
    const { dates } = dateArticles({ ...archiveOf([text, '', ''], { anchors }), sequences: [[1, 2]] })
    expect(dates[0]).toEqual(alone)
  })

  it('explains an article whose date is stated too', () => {
    const anchors = [stated('2023-11-30')]
    const [explanation] = explainDates(archiveOf(['Le pont a rouvert mercredi 29 novembre.'], { anchors }))
    expect(explanation).toMatchObject({ date: anchors[0], mentions: [{ words: 'mercredi 29 novembre' }] })
    expect(dateArchive(['Le pont a rouvert mercredi 29 novembre.'], { anchors }).dates).toEqual(anchors)
  })

  it('explains which words set which bound', () => {
    const anchors = [stated('2024-01-01'), undefined, stated('2023-10-01')]
    const explanations = explainDates(archiveOf(['', 'Le pont a rouvert mercredi 29 novembre.', ''], { anchors }))
    expect(explainDate(explanations[1]!)).toEqual([
      'Times that the text mentions:',
      '  "mercredi 29 novembre" (character 26): 29/11 (day/month) of a year when that is a Wednesday; reports what happened, weight 0.85',
      'Not before 2023-11-29: by the words "mercredi 29 novembre".',
      'Not after 2023-12-06: news of a few days, by the words "mercredi 29 novembre".',
    ])
  })
})

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const sentence = fc
  .tuple(
    fc.constantFrom('a fermé', 'ouvrira', 'fermait', 'est', 'avait été vendue'),
    fc.constantFrom('le', 'lundi', 'mardi', 'avant le', 'depuis le', 'chaque', 'hier, jeudi'),
    fc.integer({ min: 1, max: 31 }),
    fc.constantFrom(...months),
    fc.option(fc.integer({ min: 1890, max: 2110 }), { nil: undefined }),
  )
  .map(
    ([verb, lead, n, month, year]) => `La salle ${verb} ${lead} ${n} ${month}${year === undefined ? '' : ` ${year}`}.`,
  )
const body = fc.array(sentence, { maxLength: 3 }).map((sentences) => sentences.join(' '))

describe('dateArticles, whatever the mentions', () => {
  it('keeps the order: no estimate increases down the page, and the claims leave room for days that do not', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 2, maxLength: 12 }), (bodies) => {
        const { dates } = dateArchive(bodies)
        let newest = '9999'
        for (const date of dates) {
          const [earliest, latest] = toBounds(date)
          newest = latest < newest ? latest : newest
          expect(earliest <= newest).toBe(true)
        }
        const estimates = dates.flatMap((date) => (date?.kind === 'inferred' ? [date.day] : []))
        expect(estimates).toEqual(estimates.toSorted().reverse())
      }),
      { numRuns: 300 },
    )
  })

  // One misread time once dated every post above it.
  it('lets one misread time date no other post wrongly', () => {
    const dayOf = (post: number): Date => new Date(Date.UTC(2015, 0, 1 + 20 * post))
    const toText = (at: Date): string => `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`
    fc.assert(
      fc.property(
        // At either end, or nearer, nobody could tell.
        fc.integer({ min: 9, max: 50 }),
        fc.integer({ min: 150, max: 4000 }).chain((days) => fc.constantFrom(-days, days)),
        fc.constantFrom('a fermé', 'ouvrira'),
        (misread, awayDays, verb) => {
          const wrong = toText(new Date(dayOf(misread).getTime() + awayDays * 86_400_000))
          const posts = Array.from({ length: 60 }, (_, i) => 59 - i)
          const bodies = posts.map((post) =>
            post === misread
              ? `La salle ${verb} le ${wrong}.`
              : post % 3 === 0
                ? `La gare a fermé le ${toText(dayOf(post))}.`
                : 'Rien de neuf.',
          )
          const { dates } = dateArchive(bodies)
          for (const [i, post] of posts.entries()) {
            const [earliest, latest] = toBounds(dates[i])
            const day = dayOf(post).toISOString().slice(0, 10)
            if (post !== misread) expect(earliest <= day && day <= latest, `${post}: ${earliest} ${latest}`).toBe(true)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('puts an estimate within its bounds', () => {
    fc.assert(
      fc.property(fc.array(body, { maxLength: 8 }), (bodies) => {
        for (const date of dateArchive(bodies).dates)
          if (date?.kind === 'inferred') expect(date.earliest <= date.day && date.day <= date.latest).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('stands any sentence added, in any of the languages', () => {
    fc.assert(
      fc.property(
        fc.array(body, { minLength: 1, maxLength: 6 }),
        sentence,
        fc.nat(),
        fc.constantFrom('fr', 'en', 'de', 'xx'),
        (bodies, more, at, lang) => {
          const added = bodies.map((text, i) => (i === at % bodies.length ? `${text} ${more}` : text))
          expect(dateArchive(added, { lang }).dates).toHaveLength(bodies.length)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('keeps stated dates as they are', () => {
    const anyDay = fc
      .date({ min: new Date('1995-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.array(fc.tuple(body, fc.option(anyDay, { nil: undefined })), { maxLength: 8 }), (posts) => {
        const anchors = posts.map(([, date]) => (date === undefined ? undefined : stated(date)))
        const { dates } = dateArchive(
          posts.map(([text]) => text),
          { anchors },
        )
        for (const [i, anchor] of anchors.entries()) if (anchor !== undefined) expect(dates[i]).toEqual(anchor)
      }),
      { numRuns: 200 },
    )
  })

  it('moves with the months: a text with its months renamed is dated in the months of the new names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, n) => {
        const { dates } = dateArchive([
          `La salle ouvrira le ${n} ${months[month - 1]} 2019.`,
          `La salle a fermé le ${n} ${months[month - 1]} 2018.`,
        ])
        const dayOf = (year: number): string =>
          `${year}-${String(month).padStart(2, '0')}-${String(n).padStart(2, '0')}`
        expect(toBounds(dates[0])).toEqual([dayOf(2018), dayOf(2019)])
      }),
    )
  })

  it('gives the same dates to articles that are listed in another order under the same sequences', () => {
    fc.assert(
      fc.property(
        fc.array(body, { minLength: 1, maxLength: 6 }),
        fc.array(body, { minLength: 1, maxLength: 6 }),
        (one, other) => {
          const date = (bodies: readonly string[], sequences: readonly (readonly number[])[]) =>
            dateArticles({
              articles: bodies.map((text) => ({ title: '', body: text, lang: 'fr' })),
              sequences,
              anchors: [],
            }).dates
          const a = one.map((_, i) => i)
          const b = other.map((_, i) => i)
          const oneFirst = date([...one, ...other], [a, b.map((i) => i + one.length)])
          const otherFirst = date([...other, ...one], [b, a.map((i) => i + other.length)])
          expect([...otherFirst.slice(other.length), ...otherFirst.slice(0, other.length)]).toEqual(oneFirst)
        },
      ),
      { numRuns: 100 },
    )
  })
})
