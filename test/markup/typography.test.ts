import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMarkdownRenderer, toRunningText } from '../../src/markup/markdown.ts'
import { setTypography } from '../../src/markup/typography.ts'

/** Shows the spaces: `_` no-break, `~` narrow. */
const set = (text: string, language = 'fr') =>
  setTypography(text, language).replaceAll('\u00A0', '_').replaceAll('\u202F', '~')

describe('French', () => {
  test.each([
    ['Vraiment ? Oui ! Bon ; voici : rien', 'Vraiment~? Oui~! Bon~; voici_: rien'],
    ['Quoi ?!', 'Quoi~?!'],
    ['« mot » et «mot», («mot»)', '«_mot_» et «_mot_», («_mot_»)'],
    ['Le "quai" et la "gare".', 'Le «_quai_» et la «_gare_».'],
    ['« Il a dit "oui" »', '«_Il a dit “oui”_»'],
    ["L'été, aujourd'hui, l'\"été\"", 'L’été, aujourd’hui, l’«_été_»'],
    ['Bon... Et alors (...) oui...non', 'Bon… Et alors (…) oui…non'],
    ['12 % à 5 km, 20 h 30, 40 °C, 3 €', '12_% à 5_km, 20_h 30, 40_°C, 3_€'],
    ['En 2012...', 'En 2012…'],
  ])('%s', (given, right) => expect(set(given)).toBe(right))

  test.each([
    'Yahoo! et 10:30',
    'Le 1er, la 2e',
    'Un écran de 27" et un de 24"',
    '" mot "',
    'Il dit "oui',
    '<a href="x" title="y">',
    'alert("x")',
    "https://example.org/l'a...b/ www.example.org/c'd",
    '../x .../x 1...5 ....',
    'f(...liste)',
    '5 mètres',
    "rock 'n' roll, 5'10\"",
    '»Wort«',
    'Déjà\u202F! Bien\u00A0: «\u202Fmot\u202F» et «\u00A0mot\u00A0»',
  ])('leaves %s', (given) => expect(setTypography(given, 'fr')).toBe(given))

  test('in Switzerland puts no spaces inside guillemets', () => {
    expect(set('Le "quai" et «la gare»', 'fr-CH')).toBe('Le «quai» et «la gare»')
  })
})

describe('other languages', () => {
  test.each([
    ['en', 'It\'s a "test"... 5 km', 'It’s a “test”… 5_km'],
    ['en-GB', '"a" and "b" !', '“a” and “b” !'],
    ['de', '"Ja", sagt\'s', '„Ja“, sagt’s'],
    ['es', '"sí"... 5 %', '"sí"… 5_%'],
    ['it', 'l\'"uva" !', 'l’"uva" !'],
    ['pt', "d'água", 'd’água'],
    ['ja', "it's...", "it's..."],
    ['constructor', "it's...", "it's..."],
  ])('%s: %s', (language, given, right) => expect(set(given, language)).toBe(right))

  test('leaves a straight mark beside curly ones, which may stand inside them', () => {
    expect(set('“He said "no"”', 'en')).toBe('“He said "no"”')
  })
})

describe('any text', () => {
  const pieces = [
    '"',
    "'",
    '«',
    '»',
    '“',
    '”',
    ' ',
    '  ',
    '\u00A0',
    '\u202F',
    '\n',
    '.',
    '...',
    ':',
    '!',
    '?',
    ';',
    '%',
  ]
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...pieces, '5', 'km', 'mot', 'l', '(', ')', '-', 'https://a.b/'), fc.string()), {
      maxLength: 30,
    })
    .map((parts) => parts.join(''))
  const languages = fc.constantFrom('fr', 'fr-CH', 'en', 'de', 'es')

  test('is right after one pass: a second changes nothing', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const once = setTypography(text, language)
        expect(setTypography(once, language)).toBe(once)
      }),
      { numRuns: 2_000 },
    )
  })

  test('keeps all that is no space, dot, apostrophe or quotation mark', () => {
    const withoutNamed = (text: string) => text.replaceAll('...', '…').replace(/[ \u00A0\u202F'’"«»“”„.…]/g, '')
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        expect(withoutNamed(setTypography(text, language))).toBe(withoutNamed(text))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a body', () => {
  const render = (markdown: string, language?: string) =>
    createMarkdownRenderer({ resolveUrl: (url) => url })(markdown, language)
      .text.replaceAll('\u00A0', '_')
      .replaceAll('\u202F', '~')

  test('is set across its marks', () => {
    expect(render('Il dit "*oui*", l\'**été** !', 'fr')).toBe(
      '<p>Il dit «_<em>oui</em>_», l’<strong>été</strong>~!</p>\n',
    )
    expect(render('- l\'`été` : oui\n- "un\nmot"', 'fr')).toContain('<li>l’<code>été</code>_: oui</li>')
  })

  test('keeps code, addresses and attributes as they are', () => {
    const kept = '`a : "b"...` [x](http://a.b/l\'a "l\'un : b") ![l\'un : b](c.png) <http://a.b/l\'a>'
    expect(render(kept, 'fr')).toBe(render(kept))
    expect(render('```\nl\'un : "b"...\n```', 'fr')).toContain("l'un : &quot;b&quot;...")
  })

  test('is left alone without a language', () => {
    expect(render('l\'un : "b"')).toBe("<p>l'un : &quot;b&quot;</p>\n")
  })

  test('gives an excerpt that is set alike', () => {
    expect(toRunningText("L'un : `l'a`", 'fr')).toBe("L’un\u00A0: l'a")
  })
})
