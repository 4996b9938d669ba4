import { foldPhrase, foldText } from './fold-text.ts'

/** What stands before the tags of a post, in six languages, folded. A capture is not needed: tags follow to the next bar. */
const tagLabel = new RegExp(
  `(?:^|[\\s|•·.,(])(?:${[
    '(?:(?:^|[|•·] ?)(?:tags|etiquettes|etiquetas|etichette|schlagworter) (?=[^.!?:][^.!?]{0,79}$)|(?:tags?|etiquettes?|mots?[- ]cle(?:f)?s?|libelles?|labels?|keywords?|etiquetas?|palabras clave|schlagwort(?:er|e)?|stichworte?|etichett[ae]|parole chiave|marcador(?:es)?|palavras?-chave) ?:)',
    '(?:and )?tagged(?: with| as)?(?: ?:)?',
    // "Categories Garden Tags soil, spade"
    '(?<=^(?:categor|kategor|rubri).{1,80} )(?:tags?|etiquettes?|etiquetas?|etichette|schlagworter)(?= \\S)',
    '(?:et )?(?:tague|taggue|tagge|etiquete)e?s?(?: avec| comme| par)?(?= \\S)|(?:et )?marquee?s?(?: avec| comme| par)',
    '(?:avec )?comme mots?(?:\\(s\\))?[- ]cle(?:s|\\(s\\))?(?= \\S)',
    '(?:y )?(?:etiquetad|marcad)[oa]s?(?: con| como| com)?(?= \\S)',
    '(?:und )?(?:verschlagwortet|getaggt)(?: mit| als)',
    '(?:e )?(?:contrassegnat|taggat|etichettat|marcat)[oa](?: con| come)?',
    'com as? tags?',
  ].join('|')})\\s*`,
)
/** German sets the verb last: "abgelegt unter X und mit a, b verschlagwortet". */
const tagsBeforeVerb = /\bmit (.{1,200}) (?:verschlagwortet|getaggt)\b/

/** Where the tags of a longer line end: a bar, the author, the date, a next sentence, the comments. */
const afterTags =
  /\s*(?:[|•·]|\. |(?<= )(?:Leave|Laisser|Deja|Lascia|Deixe|Schreib|Hinterlass|Kommentar|No Comm|Aucun comm|Sin comen|Nessun comm|Sem comen|Keine Komm)|\.$|,? (?:by|par|von|por|da|di) \p{Lu}|,? (?:on|le|am|el|il|em) (?:\p{L}+,? )?\d|\s\d+ \p{L}+$).*$/su

/** Tags that a line under or over a post names, spelled as there; none where it names none. */
export function findTags(line: string): readonly string[] {
  if (line.length > 600) return []
  const folded = foldPhrase(line)
  const inner = tagsBeforeVerb.exec(folded)
  if (inner) return splitTags(line.slice(inner.index + 4, inner.index + 4 + inner[1]!.length))
  const label = tagLabel.exec(folded)
  if (!label) return []
  return splitTags(line.slice(label.index + label[0].length).replace(afterTags, ''))
}

const splitTags = (list: string): readonly string[] =>
  mergeTags(
    list
      .split(/[,;]/)
      .map((tag) =>
        tag
          .trim()
          .replace(/^#/, '')
          .replace(/^["'“«‘]\s*|\s*["'”»’]$/g, ''),
      )
      .filter((tag) => tag !== '' && tag.length <= 60),
  )

/** All tags once, in order; two spellings of one (`Réseaux sociaux`, `reseaux-sociaux`) are the first. */
export function mergeTags(...lists: readonly (readonly string[])[]): readonly string[] {
  const byFolded = new Map<string, string>()
  for (const tag of lists.flat()) {
    const folded = foldText(tag) || tag
    // "C", "C++" and "C#" fold to one.
    const key = folded.length < 3 ? tag.toLowerCase() : folded
    if (!byFolded.has(key)) byFolded.set(key, tag)
  }
  return [...byFolded.values()]
}
