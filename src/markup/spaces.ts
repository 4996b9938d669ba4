/** Runs of white space as one space each; no-break spaces stay. Single spaces, which are most of a text, are left alone. */
export const joinSpaces = (text: string): string => text.replace(/(?! \S)[^\S\u00A0\u202F]+/g, ' ')
