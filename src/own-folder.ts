import { fileURLToPath } from 'node:url'

/** Of the code that runs: the source, or the few files that it is bundled into. */
export const ownFolder: string = fileURLToPath(new URL('.', import.meta.url))
