import { article } from './styles/article.ts'
import { base } from './styles/base.ts'
import { directories } from './styles/directories.ts'
import { layout } from './styles/layout.ts'
import { lists } from './styles/lists.ts'
import { media } from './styles/media.ts'
import { search } from './styles/search.ts'
import { story } from './styles/story.ts'
import { tokens } from './styles/tokens.ts'

/**
 * The theme. One idea: time stands in a narrow rail on the left, text in a column of a readable measure beside it; a red
 * line, the thread, is drawn only where posts tell one story. What is not certain is set in italics, or dotted.
 *
 * Modules and not `.css` files, since they have to be found from the TypeScript source and from the published package alike.
 * Sites change it by setting the custom properties of `tokens` in a later layer or outside of layers.
 */
const layers: Readonly<Record<string, string>> = {
  tokens,
  base,
  layout,
  components: lists + article + story + directories + search,
  media,
}

/** Without the spaces that only people need. */
const minify = (css: string): string =>
  css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll('@media (', '@media(')
    .replace(/ ?([>~]) ?/g, '$1')
    .replace(/ ?\+ (?=[.:*]|li|div)(?!\.\d)/g, '+') // in selectors; sums need their spaces
    .replace(/;}/g, '}')
    .trim()

export const stylesheet: string = `@layer ${Object.keys(layers)};${Object.entries(layers)
  .map(([name, css]) => `@layer ${name}{${minify(css)}}`)
  .join('')}\n`
