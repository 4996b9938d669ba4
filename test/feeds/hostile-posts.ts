import type { Post } from '../../src/posts/post.ts'
import { toSlug } from '../../src/posts/slug.ts'
import { stated } from '../pages/sample-site.ts'
import { day, post } from '../posts/build-post.ts'

/** Texts that have broken feeds elsewhere. Each stands as title, body, tag, author and description of a post. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'end of CDATA': 'a ]]> b ]]]]><![CDATA[> c',
  'a CDATA section': '<![CDATA[ <item> ]]>',
  'control characters': 'a\u0000b\u0008c\u000bd\u001be\u007ff\u0085g\u009fh',
  'half of a surrogate pair': 'before \ud83d between \ude00 after',
  noncharacters: 'a\ufffeb\uffffc\ufdd0d\ufffde',
  'HTML entities': 'Fish&nbsp;&amp;&eacute;&#233;&#xE9;&unknown; AT&T R&D & Co',
  'double escapes': '&amp;lt;b&amp;gt; &lt;script&gt;',
  'unclosed tags': '<b>bold <i>both <a href="x">link',
  'a comparison': 'a < b and c > d, 1<2, x<y>z',
  'a script': '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'a javascript link':
    '[x](javascript:alert(1)) [y](JaVaScRiPt:alert(1)) [z](data:text/html,<script>alert(1)</script>)',
  'an XML declaration': '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  'a comment': '<!-- a -- b --> and <!--',
  'right to left': 'مرحبا بالعالم \u202eתירבע\u202c שלום',
  emoji: '🎉 👩‍👩‍👧‍👦 🇫🇷 ✌🏽',
  quotes: `"double" 'single' « guillemets » ’ “ ”`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is about that
  'template languages': '{{ 7 * 7 }} {% if x %} ${8*8} <%= 9 %>',
  'stand-ins of our own writer':
    'urn:held:0 <![CDATA[urn:held:2]]> urn:content <![CDATA[urn:content]]></item></channel></feed>',
  'the stand-in of content alone': 'urn:content',
  'the stand-in of a text alone': 'urn:held:0',
  'the stand-in of a date': '9000-01-01T00:00:00.000Z Mon, 01 Jan 9000 00:00:00 GMT',
  'replacement patterns': '$& $1 $` $$ \\1',
  spaces: '  \t two  \u00a0 \u2003 lines\u2028and\u2029more  ',
  'line breaks': 'one\r\ntwo\rthree\nfour',
  'combining marks': 'Z\u0351\u036b\u0343a\u0363l\u0368\u034ago e\u0301 é',
  'a very long word': 'x'.repeat(3000),
  'an end tag': 'the </title> and the </b> tag',
}

export const hostilePosts: readonly Post[] = Object.entries(hostileTexts).map(([name, text], index) =>
  post(text, {
    slug: toSlug(name),
    date: stated(`2024-01-${String(index + 1).padStart(2, '0')}`),
    tags: ['Hostile', text],
    author: text,
    description: text,
    body: `${text}\n\n## ${text}\n\n- [${text}](/a?b=c&d=e "${text.replaceAll('"', '')}")\n- ![${text}](img.png)\n\n> ${text}\n\n\`\`\`\n${text}\n\`\`\`\n\n    ${text}\n\n| a | b |\n| :- | -: |\n| 1 | 2 |`,
  }),
)

/** What an owner or an old site may leave empty or odd. */
export const oddPosts: readonly Post[] = [
  post('', { slug: toSlug('no-title'), date: stated('2023-01-01'), body: 'A text without a title.' }),
  post('\u0007', { slug: toSlug('title-of-controls'), date: stated('2023-01-02'), body: '' }),
  post('No text', { date: stated('2023-01-03'), body: '' }),
  post('An old id', { date: stated('2023-01-04'), guid: 'http://Old.Example/?p=12&x=1' }),
  post('An id that is no URI', { date: stated('2023-01-05'), guid: '1234 at http://old.example' }),
  post('An id with markup', { date: stated('2023-01-06'), guid: 'x<y>&amp;]]>' }),
  post('An id that readers would trim', { date: stated('2023-01-07'), guid: ' padded ' }),
  post('An id in Unicode', { date: stated('2023-01-08'), guid: 'http://old.example/été' }),
  post('An id of the owner', { date: stated('2023-01-09'), feedId: 'tag:owner.example,2020:x', guid: 'unused' }),
  post('Before the epoch', { date: stated('1901-12-13') }),
  post('Far ahead', { date: stated('2999-12-31') }),
  post('Half past ten', { date: { kind: 'stated', day: day('2023-05-05'), instant: '2023-05-05T08:30:00Z' } }),
  post('Half past ten too', { date: { kind: 'stated', day: day('2023-05-05'), instant: '2023-05-05T08:30:00Z' } }),
  post('Links', {
    date: stated('2023-02-01'),
    body: '[root](/tag/sncf/) [here](#a) [up](../x/) [away](//cdn.example/a) [mail](mailto:a@example.org) [empty]() ![i](b.png) <https://example.net/?a=1&b=2>',
  }),
]
