import { type Language, languages } from '../calendar/language.ts'
import { foldPhrase } from './fold-text.ts'

/** What stands before a trail of links from the home page to this one, folded. */
const leads: Readonly<Record<Language, string>> = {
  fr: 'vous etes ici',
  en: 'you are (?:here|browsing)|browse|browsing',
  es: 'usted esta aqui|estas (?:aqui|en)',
  de: 'sie sind hier|du bist hier|sie befinden sich hier',
  it: 'ti trovi (?:qui|in)|sei (?:qui|in)',
  pt: 'voce esta (?:aqui|em)|esta aqui',
}
const homeWords = 'home(?: ?page)?|accueil|blog|inicio|startseite|principal'
const separator = /\s*[/»>›→]\s*/
const trails = languages.map(
  (language) => [language, new RegExp(`^(?:${leads[language]}) ?:? ?(?:${homeWords})${separator.source}`)] as const,
)
const anyTrail = new RegExp(`^(?:${Object.values(leads).join('|')})(?![a-z])`)
/** "Archives for" before the name tells nothing in a trail. */
const archivesFor = /^(?:archives?|archivos?|archivi[o]?|arquivos?) (?:for|pour|de|para|fur|per|di) (?:the )?/

/**
 * "You are here: Home / Archives for ladders": the last step of the trail.
 *
 * @param folded - The line as `foldPhrase` gives it.
 */
export function findTrailEnd(
  line: string,
  folded: string,
): { readonly name: string; readonly language: Language } | undefined {
  if (!anyTrail.test(folded)) return undefined
  const language = trails.find(([, trail]) => trail.test(folded))?.[0]
  const last = language && line.split(separator).at(-1)
  if (!last) return undefined
  return { name: last.slice(archivesFor.exec(foldPhrase(last))?.[0].length ?? 0).trim(), language }
}
