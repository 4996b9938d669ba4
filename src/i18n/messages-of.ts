import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Messages, SiteLanguage } from './messages.ts'

export const messagesOf = (language: SiteLanguage): Messages => messagesByLanguage[language]

const messagesByLanguage: Readonly<Record<SiteLanguage, Messages>> = { fr, en }
