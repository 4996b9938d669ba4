/** Where one part of a post's data ends and the next begins, if the browser copied them without the space between. */
const gluedLabel = new RegExp(
  `(?<=[\\p{Ll}\\p{N})])(?=(?:${[
    'Posted on|Author|Categor(?:y|ies)|Tags?|Leave a|\\d+ (?:Comment|Repl|Response)|No Comments',
    'Publié le|Auteur|Catégories?|Étiquettes?|Laisser un|\\d+ (?:commentaire|réponse)|Aucun commentaire',
    'Publicad[ao]|Autor|Categorías?|Etiquetas?|Deja un|\\d+ comentario',
    'Veröffentlicht|Kategorien?|Schlagwörter|Schreib|\\d+ Kommentar|Keine Kommentare|Kommentar hinterlassen',
    'Pubblicato|Autore|Categori[ae]|Lascia un|\\d+ comment[oi]|Nessun commento',
    'Categorias?|Deixe um|Sem comentários',
  ].join('|')}))`,
  'u',
)

/**
 * "Author EllenPosted on May 12, 2017Tags honeyLeave a comment" with bars between its parts.
 *
 * @returns `undefined` for a line with fewer than two such places: `iTunesTag` is no data of a post.
 */
export function splitGlued(line: string): string | undefined {
  if (line.length > 300 || !/[\p{Ll}\p{N})]\p{Lu}/u.test(line)) return undefined
  const parts = line.split(gluedLabel)
  return parts.length > 2 && !/\p{Ll}{3}[.!?] \p{Lu}/u.test(line) ? parts.join(' | ') : undefined
}
