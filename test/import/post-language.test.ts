import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/calendar/language.ts'
import { findLanguage } from '../../src/import/post-language.ts'
import { prose } from './page-text.ts'

const texts: readonly (readonly [Language, string])[] = [
  ['fr', prose[0]!],
  [
    'en',
    'The harbour office has closed its door for the winter, and the ferry that used to wait for the train no longer does.',
  ],
  [
    'es',
    'El mercado abre los domingos desde que la alcaldesa descubrió que los puestos vacíos también pagan la luz del techo.',
  ],
  [
    'de',
    'Der Aufzug am Gleis vier steht seit elf Wochen still, und das Ersatzteil ist nicht einmal auf dem Weg zu uns.',
  ],
  [
    'it',
    'La cantina della valle chiude dopo sessant’anni, e i nove soci che restano non sanno ancora a chi dare le chiavi.',
  ],
  [
    'pt',
    'O faroleiro continua a subir os degraus todas as noites, embora a lâmpada já não precise de ninguém para acender.',
  ],
]

describe('findLanguage', () => {
  it.each(texts)('tells a text in %s on a page in any language', (language, text) => {
    expect(texts.map(([page]) => findLanguage(text, page))).toEqual(texts.map(() => language))
    expect(findLanguage(text, undefined)).toBe(language)
  })

  it('leaves a short text to its page', () => {
    expect(findLanguage('Mud.', 'fr')).toBe('fr')
    expect(findLanguage('', undefined)).toBeUndefined()
  })
})
