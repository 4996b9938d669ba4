import type { DateMessages } from './date-messages.ts'

/** The languages that the site's own words exist in. */
export const siteLanguages = ['fr', 'en'] as const

export type SiteLanguage = (typeof siteLanguages)[number]

/** How a copy differs from the canonical version of its article. */
export type ChangeName = 'identical' | 'retitled' | 'revised' | 'expanded' | 'shortened'

/** A number of days or months; at least one. */
export interface ElapsedTime {
  readonly count: number
  readonly unit: 'day' | 'month' | 'year'
  readonly isApproximate: boolean
}

/** Every word that readers see and that is not an article's. One typed object per language. */
export interface Messages {
  readonly language: SiteLanguage
  /** Orders names as readers of the language expect. */
  readonly compareNames: (a: string, b: string) => number
  readonly formatNumber: (n: number) => string
  /** What parts a heading from what explains it, spaces included. */
  readonly colon: string
  /** Words in addresses. Changing them breaks links. */
  readonly slugs: { readonly undated: string; readonly follow: string; readonly search: string }
  readonly dates: DateMessages
  readonly postCount: (n: number) => string
  readonly layout: {
    readonly siteTitle: string
    readonly skipLink: string
    readonly navigation: string
    readonly titleOfPage: (title: string, page: string) => string
  }
  readonly home: {
    readonly name: string
    readonly heading: string
    readonly noPosts: string
    /** The short way from the front page to stories and tags. */
    readonly directory: string
  }
  readonly pager: {
    readonly label: string
    readonly position: (number: number, total: number) => string
    readonly first: string
    readonly previous: string
    readonly next: string
    readonly last: string
  }
  readonly post: {
    readonly updated: string
    readonly author: string
    readonly tags: string
    readonly readingTime: (minutes: number) => string
    /** Names the table of contents. */
    readonly contents: string
    /** Comes before the article's address. */
    readonly share: string
    readonly byMail: string
    readonly source: string
    readonly isTruncated: string
    readonly neighbours: string
    readonly newer: string
    readonly older: string
  }
  readonly tags: {
    readonly name: string
    readonly description: (tags: number) => string
    readonly tag: string
    readonly tagDescription: (tag: string, posts: number) => string
    /** What a chart of posts per month shows. */
    readonly chart: (span: string, most: number) => string
    /** Before the tags that posts of a tag have too. */
    readonly related: string
  }
  readonly archives: {
    readonly name: string
    readonly description: string
    readonly year: string
    readonly month: string
    readonly periodDescription: (period: string, posts: number) => string
    readonly months: string
    readonly monthUnknown: string
    readonly monthUnknownNote: string
    readonly undated: string
    readonly undatedNote: string
    readonly neighbours: string
  }
  readonly versions: {
    readonly copyNote: Readonly<Record<ChangeName, string>>
    readonly readCanonical: string
    readonly heading: string
    readonly intro: (versions: number) => string
    readonly current: string
    readonly change: Readonly<Record<ChangeName, string>>
    readonly mark: (versions: number) => string
    readonly differences: string
    readonly showDifferences: string
    readonly differenceCount: (added: number, removed: number) => string
    readonly noDifferences: string
    readonly added: string
    readonly removed: string
    readonly endOfChange: string
    readonly skipped: string
    readonly title: string
  }
  readonly threads: {
    readonly name: string
    readonly description: string
    readonly thread: string
    readonly summary: (posts: number, span: string | undefined) => string
    readonly position: (position: number, total: number) => string
    readonly before: string
    readonly after: string
    readonly latest: string
    readonly sharedTerms: string
    readonly elapsed: (time: ElapsedTime) => string
    readonly earlier: (elapsed: string) => string
    readonly later: (elapsed: string) => string
    readonly afterPrevious: (elapsed: string) => string
    readonly sameDay: string
  }
  readonly similar: { readonly heading: string; readonly explain: string }
  readonly comments: { readonly heading: (comments: number) => string; readonly anonymous: string }
  readonly feeds: {
    readonly tagDescription: (tag: string) => string
    readonly threadDescription: (thread: string) => string
    /** A date that is not stated by the source, with how it was found; whole sentences. */
    readonly estimate: (date: string, evidence: string | undefined) => string
    readonly undated: string
    readonly untitled: string
    readonly tooLong: string
    readonly readWhole: string
    /** For those who open a feed in a browser. */
    readonly openedInBrowser: string
  }
  readonly follow: {
    readonly name: string
    readonly heading: string
    readonly description: string
    readonly whatIsAFeed: string
    readonly steps: readonly string[]
    readonly formats: string
    readonly wholeSite: string
    readonly thisTag: string
    readonly thisStory: string
    /** Comes before the link that `opml` names. */
    readonly opmlNote: string
    readonly opml: string
  }
  readonly search: {
    readonly name: string
    readonly description: string
    readonly words: string
    readonly tag: string
    readonly anyTag: string
    readonly year: string
    readonly anyYear: string
    readonly submit: string
    /** What a reader without script can do. */
    readonly withoutScript: string
    readonly results: string
    /** Told while the reader waits, and when there is an answer; the script puts the number where `{n}` stands. */
    readonly status: {
      readonly searching: string
      readonly none: string
      readonly one: string
      readonly many: string
      readonly failed: string
    }
    readonly more: string
  }
  readonly notFound: { readonly title: string; readonly text: string; readonly ways: string }
  readonly footer: { readonly note: string }
}
