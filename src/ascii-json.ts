/** JSON of ASCII alone: with other letters a text takes twice the memory, and longer to read. */
export const toAsciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
