import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandShortcodes } from '../../../src/import/wxr/shortcodes.ts'

describe('expandShortcodes', () => {
  it.each([
    [
      '[caption width="9"]<img src="a.jpg" /> Un pain[/caption]',
      '<figure><img src="a.jpg" /><figcaption>Un pain</figcaption></figure>',
    ],
    [
      "[wp_caption caption='Le four']<a href='b'><img src='a'></a>[/wp_caption]",
      "<figure><a href='b'><img src='a'></a><figcaption>Le four</figcaption></figure>",
    ],
    ['[embed width="400"]https://v.example/1[/embed]', '<p><a href="https://v.example/1">https://v.example/1</a></p>'],
    ['[youtube=https://v.example/2&w=3]', '<p><a href="https://v.example/2&w=3">https://v.example/2&w=3</a></p>'],
    [
      '[audio mp3="https://v.example/a.mp3"][/audio]',
      '<p><a href="https://v.example/a.mp3">https://v.example/a.mp3</a></p>',
    ],
    ['[video src="https://v.example/a.mp4" /]', '<p><a href="https://v.example/a.mp4">https://v.example/a.mp4</a></p>'],
    ['[sourcecode language="css"]a > b { }[/sourcecode]', '<pre class="language-css">a > b { }</pre>'],
    ['[php]<?php echo 1[/php]', '<pre class="language-php">&lt;?php echo 1</pre>'],
    ['[[embed]] se tape ainsi', '[embed] se tape ainsi'],
  ])('turns %s into HTML', (text, html) => {
    expect(expandShortcodes(text)).toEqual({ html, kept: [] })
  })

  it.each([
    ['[gallery]', ['gallery']],
    ['Voir [gallery ids="1"] et [gallery ids="2"]', ['gallery', 'gallery']],
    ['[contact-form][contact_form]', ['contact-form', 'contact_form']],
    ['[slider]un[/slider]', ['slider']],
    ['<p>[horaires]</p>', ['horaires']],
    ['[caption]sans image[/caption]', ['caption']],
    ['[youtube]', ['youtube']],
    ['[vimeo id=3]', ['vimeo']],
  ])('keeps %s as text, and names it', (text, kept) => {
    expect(expandShortcodes(text)).toEqual({ html: text, kept })
  })

  it.each([
    'Un mot [sic] et [un autre].',
    'La note [1] et la [suite].',
    '<pre>[gallery]</pre><code>[embed]https://v.example[/embed]</code>',
    '<a href="x">[Mise à jour : fini]</a>',
    '[/embed] sans début',
  ])('leaves %s alone', (text) => {
    expect(expandShortcodes(text)).toEqual({ html: text, kept: [] })
  })

  it('keeps every text that has no brackets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replaceAll('[', '')
        expect(expandShortcodes(plain)).toEqual({ html: plain, kept: [] })
      }),
    )
  })

  it.each(['[', '[gallery ', '[caption]', '[[a]', '[a='])('takes no time over %s a hundred thousand times', (text) => {
    const started = performance.now()
    expandShortcodes(text.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
