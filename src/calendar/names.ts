import type { Language } from './language.ts'

/**
 * Month names by language, January first, as `foldName` leaves them. Abbreviations that WordPress and newspapers use
 * follow the full name; one that another word of the language shares ("mar", Tuesday and March) is left in, for it is read
 * only beside a day and a year.
 */
export const monthNames: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  fr: names(
    'janvier janv jan|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout|septembre sept sep|octobre oct|novembre nov|decembre dec',
  ),
  en: names(
    'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec',
  ),
  es: names(
    'enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre sept sep|octubre oct|noviembre nov|diciembre dic',
  ),
  de: names(
    'januar janner jan|februar feber feb|marz mrz|april apr|mai|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|dezember dez',
  ),
  it: names(
    'gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|settembre sett set|ottobre ott|novembre nov|dicembre dic',
  ),
  pt: names(
    'janeiro jan|fevereiro fev|marco mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez',
  ),
}

/** Weekday names by language, Monday first (ISO 8601), folded; abbreviations follow. */
export const weekdayNames: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  fr: names('lundi lun|mardi mar|mercredi mer|jeudi jeu|vendredi ven|samedi sam|dimanche dim'),
  en: names('monday mon|tuesday tues tue|wednesday wed|thursday thurs thur thu|friday fri|saturday sat|sunday sun'),
  es: names('lunes lun|martes mar|miercoles mie|jueves jue|viernes vie|sabado sab|domingo dom'),
  de: names('montag mo|dienstag di|mittwoch mi|donnerstag do|freitag fr|samstag sonnabend sa|sonntag so'),
  it: names('lunedi lun|martedi mar|mercoledi mer|giovedi gio|venerdi ven|sabato sab|domenica dom'),
  pt: names(
    'segunda-feira segunda|terca-feira terca|quarta-feira quarta|quinta-feira quinta|sexta-feira sexta|sabado sab|domingo dom',
  ),
}

function names(text: string): readonly (readonly string[])[] {
  return text.split('|').map((group) => group.split(' '))
}

/**
 * A text in lower case and without accents, character for character, so that a place in it is a place in the text.
 *
 * @param text - In Unicode's composed form (NFC), else accents stand as characters of their own.
 */
export function foldName(text: string): string {
  return text.replace(/[^a-z\d\s.,]/g, foldCharacter)
}

const folds = new Map<string, string>()

function foldCharacter(character: string): string {
  const known = folds.get(character)
  if (known !== undefined) return known
  const folded = character.normalize('NFD').charAt(0).toLowerCase()
  const made = folded.length === character.length ? folded : character
  folds.set(character, made)
  return made
}
