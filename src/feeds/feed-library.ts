import type { FeedOptions, Feed as LibraryFeed } from 'feed'
import { lazyPackage } from '../lazy-package.ts'

const library = lazyPackage<typeof import('feed')>('feed')

/** An empty feed of the library that writes all three formats. */
export const createLibraryFeed = (options: FeedOptions): LibraryFeed => new (library().Feed)(options)
