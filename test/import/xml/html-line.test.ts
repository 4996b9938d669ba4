import { expect, it } from 'vitest'
import { toLine } from '../../../src/import/xml/html-line.ts'

it.each([
  ['R&amp;D', 'R&D'],
  ['R&D', 'R&D'],
  ['L&#8217;été', 'L’été'],
  ['<em>Vrai</em> ou <STRONG>faux</STRONG>', 'Vrai ou faux'],
  ['List<String>', 'List<String>'],
  ['a < b', 'a < b'],
  ['un\n  deux', 'un deux'],
  ['<p>un</p><p>deux</p>', 'un deux'],
  ['un<br/>deux', 'un deux'],
  ['50 € de plus', '50 € de plus'],
  ['', ''],
])('reads the title %s as %s', (html, line) => {
  expect(toLine(html)).toBe(line)
})
