/** A part of an address with its percent-escapes decoded; as it is where they aren't those of a text in UTF-8. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
