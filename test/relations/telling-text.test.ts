import { expect, test } from 'vitest'
import { toTellingText } from '../../src/relations/telling-text.ts'

test.each([
  ['Voir https://a.example/pont?x=1 et www.b.example/quai.', 'Voir et'],
  ['[gallery link="file" order="DESC" columns=4]Le match', 'Le match'],
  ['[caption id="x"]Le pont[/caption]', 'Le pont'],
  ['{% if page.x %}Le pont{% endif %}, {{ site.title }}', 'Le pont ,'],
  ['Un mot.\n{: .note}', 'Un mot.'],
  ['Il a dit [sic] cela, en [2021].', 'Il a dit [sic] cela, en [2021].'],
])('%j tells %j', (markdown, text) => {
  expect(toTellingText(markdown).replace(/\s+/g, ' ').trim()).toBe(text)
})
