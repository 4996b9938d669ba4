/** Front matter of any engine: keys differ in case and spelling, values in shape. */
export type Fields = ReadonlyMap<string, unknown>

/** A value as text: numbers and TOML's dates too. */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object' && value !== null && 'name' in value) return toText(value.name)
  return undefined
}

/** The first of several keys that holds a text. */
export const findText = (fields: Fields, ...keys: readonly string[]): string | undefined =>
  keys.map((key) => toText(fields.get(key))).find((text) => text !== undefined)

/** A list of names, however it is written: a list, lists in a list (Hexo), names between commas, one name. */
export function toList(value: unknown): readonly string[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => (Array.isArray(item) ? toList(item) : (toText(item) ?? [])))
  const text = toText(value)
  return text === undefined ? [] : text.split(/\s*,\s*/).filter((name) => name !== '')
}
