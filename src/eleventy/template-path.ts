import { pageKinds } from '../pages/plan-pages.ts'

/** Where Eleventy thinks that our virtual template of a kind of pages lies. */
export const toTemplatePath = (kind: string): string => `tag-archive/${kind}.11ty.js`

/** The kind of outputs that one of our virtual templates makes; `undefined` of a template of the site's own. */
export function findTemplateKind(inputPath: string): string | undefined {
  const kind = /(?:^|\/)tag-archive\/(\w+)\.11ty\.js$/.exec(inputPath)?.[1]
  return kinds.find((known) => known === kind)
}

const kinds: readonly string[] = [...pageKinds, 'feed']
