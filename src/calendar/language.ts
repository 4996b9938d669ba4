/** The languages whose archives, dates and function words are known: ISO 639-1 codes. */
export const languages = ['fr', 'en', 'es', 'de', 'it', 'pt'] as const

export type Language = (typeof languages)[number]

export const isLanguage = (text: string): text is Language => languages.some((language) => language === text)
