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
 * Sites change it by style sheets of their own, which come in the layer `site`: it wins over all but `media`, so that new colours for the
 * screen leave paper white.
 */
const layers: Readonly<Record<string, string>> = {
  base: tokens + base,
  layout,
  components: lists + article + story + directories + search,
  media,
}

const layerOrder = ['base', 'layout', 'components', 'site', 'media']

/** Without the spaces that only people need. */
const minify = (css: string): string =>
  css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll('@media (', '@media(')
    .replace(/ ?([>~]) ?/g, '$1')
    .replace(/ ?\+ (?=[.:*]|li|div|ol|p)(?!\.\d)/g, '+') // in selectors; sums need their spaces
    .replaceAll(' / ', '/')
    .replace(/;}/g, '}')
    .trim()

const theme: string = `@layer ${layerOrder};${Object.entries(layers)
  .map(([name, css]) => `@layer ${name}{${minify(css)}}`)
  .join('')}\n`

/**
 * The theme, and style sheets of the site's owner as they stand. These come last: a bracket that one of them never closes ends with the
 * file, and takes none of our rules with it.
 */
export const toStylesheet = (own: readonly string[]): string =>
  theme + own.map((css) => `@layer site {\n${css}\n}\n`).join('')
