/**
 * HTML for a text whose line ends mean something, as people wrote it in WordPress's classic editor: lines, empty lines
 * between paragraphs, and HTML here and there.
 *
 * Every line end becomes a `<br>`, an empty line two, which is what a paragraph's end is to `toMarkdown`. Beside a block
 * element, line ends are only there for the eye; in `<pre>` they stay.
 */
export function addLineBreaks(html: string): string {
  const parts: string[] = []
  let end = 0
  let isAfterBlock = true
  let isPreformatted = false
  for (const tag of html.matchAll(anyTag)) {
    const name = tag[2]!.toLowerCase()
    const isBlock = blockElements.has(name)
    const text = html.slice(end, tag.index)
    parts.push(isPreformatted ? text : breakLines(text, { isAfterBlock, isBeforeBlock: isBlock }), tag[0])
    end = tag.index + tag[0].length
    isAfterBlock = isBlock || name === 'br'
    if (name === 'pre') isPreformatted = tag[1] === ''
  }
  const rest = html.slice(end)
  parts.push(isPreformatted ? rest : breakLines(rest, { isAfterBlock, isBeforeBlock: true }))
  return parts.join('')
}

const anyTag = /<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi

function breakLines(
  text: string,
  { isAfterBlock, isBeforeBlock }: { readonly isAfterBlock: boolean; readonly isBeforeBlock: boolean },
): string {
  const start = isAfterBlock ? text.replace(/^\s*\n\s*/, '') : text
  const whole = isBeforeBlock ? trimLineEnds(start) : start
  return whole.replace(/\n/g, '<br>')
}

/** By hand: an expression for white space up to the end of a text starts anew at each of its spaces. */
const trimLineEnds = (text: string): string =>
  text.trimEnd().length < text.lastIndexOf('\n') + 1 ? text.trimEnd() : text

/** Those around which WordPress makes no paragraphs. */
const blockElements = new Set(
  'address article aside blockquote caption col colgroup dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li map menu nav ol p pre script section style summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
