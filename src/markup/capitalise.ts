/** A text that begins a line: French months are written small, but not there. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
