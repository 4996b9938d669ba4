import { keepText, recallText } from './build-cache.ts'

const file = 'graph.json'

/** Whatever made it: what is wrong with it shows when texts are compared. */
const version = ''

/** What pages of the last build showed of its relations, as JSON; `undefined` where that isn't known, or damaged. */
export const readLastGraph = (): string | undefined => recallText(file, version)

/** Keeps it for the next build. */
export const writeLastGraph = (json: string): void => keepText(file, version, json)
