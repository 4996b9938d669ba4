import { expect, test } from 'vitest'
import { toTextOfHtml } from '../../src/markup/html-text.ts'

test.each([
  ['<p>Un</p><p>deux</p>', 'Un deux'],
  ['<p>L’<em>été</em>&nbsp;: <a href="/x/">ici</a></p>', 'L’été\u00a0: ici'],
  ['a<br>b<li>c', 'a b c'],
  ['<script>x</script><style>y</style><!-- z -->a', 'a'],
  ['&lt;p&gt;', '<p>'],
  ['', ''],
])('the words of %s are what a reader sees', (html, text) => {
  expect(toTextOfHtml(html)).toBe(text)
})
