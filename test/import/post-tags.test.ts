import { describe, expect, it } from 'vitest'
import { findTags, mergeTags } from '../../src/import/post-tags.ts'

describe('findTags', () => {
  it.each<[string, readonly string[]]>([
    ['Tags: vélo, l’été', ['vélo', 'l’été']],
    ['Étiquettes : vélo, C++', ['vélo', 'C++']],
    ['Publié dans Ville | Tags: vélo, été | 2 commentaires »', ['vélo', 'été']],
    ['Posted in News | Tagged cycling, summer | Leave a comment', ['cycling', 'summer']],
    [
      'This entry was posted in News and tagged cycling, summer by Anne. Bookmark the permalink.',
      ['cycling', 'summer'],
    ],
    ['Dieser Beitrag wurde unter Stadt abgelegt und mit Rad, Sommer verschlagwortet.', ['Rad', 'Sommer']],
    ['Veröffentlicht unter Stadt | Verschlagwortet mit Rad, Sommer | Hinterlasse einen Kommentar', ['Rad', 'Sommer']],
    ['Publicado en Ciudad | Etiquetado bici, verano | Deja un comentario', ['bici', 'verano']],
    ['Pubblicato in Città | Contrassegnato bici, estate | Lascia un commento', ['bici', 'estate']],
    ['Publicado em Cidade | Marcado com bicicleta, verão | Deixe um comentário', ['bicicleta', 'verão']],
    ['Tags town, life', ['town', 'life']],
    ['Publié dans Ville | 2 commentaires', []],
  ])('of %j', (line, tags) => {
    expect(findTags(line)).toEqual(tags)
  })
})

describe('mergeTags', () => {
  it('keeps the first spelling of a tag, and C, C++ and C# apart', () => {
    expect(mergeTags(['Réseaux sociaux', 'C++'], ['reseaux-sociaux', 'C', 'C#', 'c++'])).toEqual([
      'Réseaux sociaux',
      'C++',
      'C',
      'C#',
    ])
  })
})
