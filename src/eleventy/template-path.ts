/** Where Eleventy thinks that our virtual template of a kind of pages lies. */
export const toTemplatePath = (kind: string): string => `tag-archive/${kind}.11ty.js`

/** The kind of pages that one of our virtual templates makes; `undefined` of a template of the site's own. */
export const findTemplateKind = (inputPath: string): string | undefined =>
  /(?:^|\/)tag-archive\/(\w+)\.11ty\.js$/.exec(inputPath)?.[1]
