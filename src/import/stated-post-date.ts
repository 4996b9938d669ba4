import { type Day, toDay } from '../calendar/day.ts'
import type { Language } from '../calendar/language.ts'
import { findStatedDate } from '../calendar/stated-date.ts'
import type { StatedDate } from './archived-article.ts'
import { foldPhrase } from './fold-text.ts'
import type { PageLine } from './page-lines.ts'

/** "Updated on …" tells when a post was changed, not when it was published. */
const tellsChange = /\b(?:mis a jour|modifie|updated|modified|actualizad|aktualisiert|geandert|aggiornat|atualizad)/
const datePath = /\/((?:19|20)\d\d)\/(\d\d?)\/(\d\d?)(?:\/|$)/

/** When a post was published, by the lines around it that tell of it; the first that states a date is believed. */
export function findPostDate(meta: readonly PageLine[], language: Language | undefined): StatedDate | undefined {
  for (const { text, kind } of meta) {
    if (kind !== 'date' && kind !== 'filed' && kind !== 'address') continue
    if (tellsChange.test(foldPhrase(text))) continue
    const stated = kind === 'address' ? findDateInAddress(text) : findStatedDate(text, language)
    if (stated) return { day: stated.day, words: stated.words }
  }
  return undefined
}

function findDateInAddress(url: string): { readonly day: Day; readonly words: string } | undefined {
  const path = datePath.exec(url)
  const day = path && toDay(Number(path[1]), Number(path[2]), Number(path[3]))
  return day ? { day, words: url } : undefined
}
