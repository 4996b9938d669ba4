/**
 * One line of plain text as Markdown that renders to exactly that text.
 *
 * Escapes what CommonMark, GFM's strikethrough and template languages (`{{`, `{%`, `{#`) would take for markup, and no
 * more, so that the files stay readable: `3 * 4` gets a backslash, `snake_case`, `C#` and `2024.` in mid-line do not.
 *
 * @param line - Trimmed, without line breaks; it will stand at the start of a block, or of a line in one.
 */
export function escapeMarkdown(line: string): string {
  return escapeLineStart(escapeInline(line))
}

/** The same within a line: what means something only at its start is left. */
export const escapeInline = (line: string): string =>
  line
    .replace(/[\\`*[<]/g, '\\$&')
    // An underscore between letters or digits can't open or close emphasis; a table needs a second line, which is escaped at its start.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '\\&')
    // The second character is escaped, because `\{{` would still hold `{{`, which template languages look for first.
    .replace(/(?<=\{)[{%#]/g, '\\$&')

/** What means something only at the start of a line; for a line that is Markdown already. */
export const escapeLineStart = (line: string): string =>
  line
    .replace(/^(#{1,6})(?=[ \t]|$)/, '\\$1')
    .replace(/^>/, '\\>')
    .replace(/^[-+](?=[ \t]|$)/, '\\$&')
    // A rule, or the second line of a table.
    .replace(/^[-:|](?=[-:|\t ]*$)/, '\\$&')
    .replace(/^=(?==*$)/, '\\=')
    .replace(/^~/, '\\~')
    .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2')
