import { describe, expect, it } from 'vitest'
import { findLineKind, type LineKind } from '../../src/import/line-kinds.ts'

describe('findLineKind', () => {
  it.each<[LineKind, readonly string[]]>([
    [
      'pager',
      [
        '1234',
        '12',
        '1 2 3 … 9',
        '1 2 3 Next »',
        'Page 1 sur 4',
        'Page 2 of 7',
        'Seite 1 von 4',
        'Pagina 1 di 4',
        '« Articles plus anciens',
        '← Older posts',
        '« Older Entries',
        'Newer Posts 1 2 Older Posts',
        '« Ältere Beiträge',
        '« Entradas antiguas',
        'Vecchi articoli',
        '« Posts mais antigos',
        'Page 1 sur 4 1 2 3 4 »',
        '123456789101112…20',
      ],
    ],
    [
      'readMore',
      [
        'Lire la suite',
        'Lire la suite →',
        '[Lire la suite…]',
        'Continue reading →',
        'Continue reading Twelve bridges →',
        'Read more »',
        '(more…)',
        'Seguir leyendo →',
        'Weiterlesen →',
        'Continua a leggere',
        'Leia mais »',
      ],
    ],
    [
      'filed',
      [
        'Publié dans Ville | 2 commentaires »',
        'Publié dans Ville le 3 juin 2024',
        'Posted in News | Leave a comment',
        'Anne | 2 commentaires',
        'Tags: a, b',
        'Étiquettes : a, b',
        'Aucun commentaire',
        'Laisser un commentaire',
        'Veröffentlicht unter Stadt',
        'Publicado en Ciudad',
        'Pubblicato in Città',
        'Publicado em Cidade',
        'Verschlagwortet mit a, b',
        'This entry was posted in News and tagged a, b. Bookmark the permalink.',
      ],
    ],
    [
      'date',
      [
        'le 3 juin 2024',
        '3 juin 2024',
        '3 juin 2024 par Anne',
        'June 3, 2024',
        '2024-06-03',
        '3. Juni 2024',
        '3 de junio de 2024',
        'lundi 3 juin 2024 à 10:30',
      ],
    ],
    ['share', ['Partager sur Facebook', 'Share this:', 'J’aime ceci :', 'Similaire', 'Teilen mit:', 'Like Loading...']],
    ['shareName', ['Facebook', 'Facebook Twitter LinkedIn', 'WhatsApp']],
    ['chrome', ['Rechercher', 'Recent Comments', 'Propulsé par WordPress', '© 2024 Mon blog', 'Impressum', 'Méta']],
    ['address', ['https://blog.example/2010/07/08/titre/']],
    [
      'text',
      [
        '2024',
        '7',
        'Le 3 juin 2024, le pont ferme.',
        'Grève du 3 juin 2024',
        'Les mentions dans la presse',
        'Partager un bureau, est-ce raisonnable ?',
        'La suite au prochain numéro',
        'More than words',
        'https://example.org/page',
        'Une page se tourne',
        'De 1 à 3',
      ],
    ],
  ])('takes for %s', (kind, lines) => {
    expect(lines.map((line) => [line, findLineKind(line, { language: 'fr' })])).toEqual(
      lines.map((line) => [line, kind]),
    )
  })
})
