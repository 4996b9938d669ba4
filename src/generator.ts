/** By which what the plugin makes can be told from what others make. */
export const generator = 'eleventy-plugin-tag-archive'
