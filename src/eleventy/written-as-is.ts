import { readdirSync } from 'node:fs'
import type { BuildStart, EleventyConfig } from './eleventy-types.ts'

/**
 * Whether Eleventy would write each page just as we give it, and nobody looks at its results: then the plugin writes its pages
 * itself, in half the time and memory.
 *
 * Where the site has a transform, a linter, a plugin that goes over markup, a layout for all pages, or a listener that waits for
 * Eleventy's results, Eleventy gets every page. So it does where pages are not written to disk, and in a dry run, which lists them.
 *
 * @param commandLine - `process.argv`: nothing else tells of a dry run before it has run.
 */
export function arePagesWrittenAsTheyAre(
  { transforms, linters, htmlTransformer, events, globalData }: EleventyConfig,
  { outputMode, directories }: BuildStart,
  commandLine: readonly string[],
): boolean {
  return (
    outputMode === 'fs' &&
    !commandLine.includes('--dryrun') &&
    Object.keys(transforms).every((name) => name.startsWith('@11ty/eleventy')) &&
    Object.keys(linters).length === 0 &&
    [htmlTransformer.callbacks, htmlTransformer.plugins].flatMap(Object.values).flat().every(isIdle) &&
    ![...Object.keys(globalData), ...listFiles(directories.data)].some((name) => forAllPages.test(name)) &&
    // Our own one is the first.
    events.listenerCount('eleventy.after') + events.listenerCount('afterBuild') === 1
  )
}

/** Data by which a site gives every template a layout, or changes its other data. */
const forAllPages = /^(?:layout|eleventyComputed)(?:\.|$)/

function listFiles(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}

/** A step that asks for the page before it decides isn't. */
const isIdle = ({ enabled }: { readonly enabled?: unknown }): boolean =>
  typeof enabled === 'function' && enabled.length === 0 && !enabled()
