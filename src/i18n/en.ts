import type { Day } from '../calendar/day.ts'
import { type DateMessages, dayOfMonthOf, monthNames, monthOf, yearOf } from './date-messages.ts'
import type { Messages } from './messages.ts'

const plural = new Intl.PluralRules('en')
const number = new Intl.NumberFormat('en')
const collator = new Intl.Collator('en', { numeric: true })

const count = (n: number, one: string, other: string): string =>
  `${number.format(n)} ${plural.select(n) === 'one' ? one : other}`

const units = { day: ['day', 'days'], month: ['month', 'months'], year: ['year', 'years'] } as const

const nameOfMonth = monthNames('en', 'long')
const dayAndMonth = (day: Day) => `${dayOfMonthOf(day)} ${nameOfMonth(monthOf(day))}`
const fullDay = (day: Day) => `${dayAndMonth(day)} ${yearOf(day)}`
const fullMonth = (day: Day) => `${nameOfMonth(monthOf(day))} ${yearOf(day)}`
const partNames = { early: 'early', mid: 'mid-', late: 'late' } as const

const dates: DateMessages = {
  day: fullDay,
  around: (day) => `around ${fullDay(day)}`,
  month: fullMonth,
  monthName: nameOfMonth,
  shortMonthName: monthNames('en', 'short'),
  partOfMonth: (part, month) => `${partNames[part]}${part === 'mid' ? '' : ' '}${fullMonth(month)}`,
  betweenDays: (earliest, latest) =>
    `between ${yearOf(earliest) === yearOf(latest) ? dayAndMonth(earliest) : fullDay(earliest)} and ${fullDay(latest)}`,
  betweenMonths: (earliest, latest) =>
    `between ${yearOf(earliest) === yearOf(latest) ? nameOfMonth(monthOf(earliest)) : fullMonth(earliest)} and ${fullMonth(latest)}`,
  betweenYears: (earliest, latest) => `between ${yearOf(earliest)} and ${yearOf(latest)}`,
  beforeMonth: (month) => `before ${fullMonth(month)}`,
  byMonth: (month) => `by ${fullMonth(month)} at the latest`,
  fromMonth: (month) => `${fullMonth(month)} at the earliest`,
  undated: 'undated',
  span: (earliest, latest) => `from ${earliest} to ${latest}`,
  estimated: (range) => `Date estimated${inRange(range)}`,
  estimatedFrom: (evidence, range) => `Date estimated${inRange(range)} from: “${evidence}”`,
  estimatedFromOrder: (range) => `Date estimated${inRange(range)} from the order of the archive`,
}

const inRange = (range: string | undefined): string => (range === undefined ? '' : ` (${range})`)

export const en: Messages = {
  language: 'en',
  compareNames: (a, b) => collator.compare(a, b),
  formatNumber: (n) => number.format(n),
  colon: ': ',
  slugs: { undated: 'undated', follow: 'follow', search: 'search' },
  dates,
  postCount: (n) => count(n, 'article', 'articles'),
  layout: {
    siteTitle: 'Archive',
    skipLink: 'Skip to content',
    navigation: 'Main',
    titleOfPage: (title, page) => `${title}, ${page}`,
  },
  home: {
    name: 'Home',
    heading: 'Latest articles',
    noPosts: 'No articles yet.',
    directory: 'Threads and tags',
  },
  pager: {
    label: 'Pages',
    position: (n, total) => `page ${number.format(n)} of ${number.format(total)}`,
    first: 'First',
    previous: 'Previous',
    next: 'Next',
    last: 'Last',
  },
  post: {
    updated: 'Updated',
    author: 'Author',
    tags: 'Tags',
    readingTime: (n) => `${count(n, 'minute', 'minutes')} to read`,
    contents: 'In this article',
    share: 'Share this article',
    byMail: 'by mail',
    source: 'Original address',
    isTruncated: 'The archive holds only the beginning of this article.',
    neighbours: 'Neighbouring articles',
    newer: 'Next article',
    older: 'Previous article',
  },
  tags: {
    name: 'Tags',
    description: (tags) => `${count(tags, 'subject', 'subjects')}, in alphabetical order.`,
    tag: 'Tag',
    tagDescription: (tag, posts) => `${count(posts, 'article', 'articles')} on “${tag}”.`,
    chart: (span, most) => `Articles per month, ${span}: ${number.format(most)} at most.`,
    related: 'Often with:',
  },
  archives: {
    name: 'Archives',
    description: 'All articles, by year and month.',
    year: 'Year',
    month: 'Month',
    periodDescription: (period, posts) => `${count(posts, 'article', 'articles')}: ${period}.`,
    months: 'Months',
    monthUnknown: 'Month unknown',
    monthUnknownNote: 'What these articles say does not settle on one month.',
    undated: 'Undated',
    undatedNote: 'Nothing dates these articles to a year. They stand in the order of the archive.',
    neighbours: 'Neighbouring periods',
  },
  versions: {
    copyNote: {
      identical: 'The main version of this article has the same text.',
      retitled: 'The main version of this article has another title.',
      revised: 'The main version of this article was revised.',
      expanded: 'The main version of this article is shorter.',
      shortened: 'The main version of this article is fuller.',
    },
    readCanonical: 'Read it:',
    heading: 'Versions of this article',
    intro: (versions) => `This article exists in ${count(versions, 'version', 'versions')}.`,
    current: 'main version, this one',
    change: {
      identical: 'same text',
      retitled: 'other title',
      revised: 'different text',
      expanded: 'longer text',
      shortened: 'shorter text',
    },
    mark: (versions) => count(versions, 'version', 'versions'),
    differences: 'From one version to the other',
    showDifferences: 'Compare with the main version word by word',
    differenceCount: (added, removed) =>
      `${count(added, 'word', 'words')} added, ${count(removed, 'word', 'words')} removed in the main version.`,
    noDifferences: 'The text is the same.',
    added: 'added:',
    removed: 'removed:',
    endOfChange: 'end',
    skipped: 'unchanged passage',
    title: 'Title',
  },
  threads: {
    name: 'Stories',
    description: 'Stories told over several articles.',
    thread: 'Story',
    summary: (posts, span) => `${count(posts, 'article', 'articles')}${span === undefined ? '' : `, ${span}`}.`,
    position: (position, total) => `${number.format(position)} of ${number.format(total)} in this story`,
    before: 'What happened before',
    after: 'What happened next',
    latest: 'Latest state',
    sharedTerms: 'In common:',
    elapsed: ({ count: n, unit, isApproximate }) => {
      const [one, other] = units[unit]
      return `${isApproximate ? 'about ' : ''}${count(n, one, other)}`
    },
    earlier: (elapsed) => `${elapsed} earlier`,
    later: (elapsed) => `${elapsed} later`,
    afterPrevious: (elapsed) => `${elapsed} after the piece before`,
    sameDay: 'the same day',
  },
  similar: {
    heading: 'On related subjects',
    explain: 'Below each title, words that both articles share.',
  },
  comments: { heading: (n) => count(n, 'comment', 'comments'), anonymous: 'Anonymous' },
  feeds: {
    tagDescription: (tag) => `Articles about “${tag}”.`,
    threadDescription: (thread) => `What happens next in the story “${thread}”.`,
    estimate: (date, evidence) => `Published: ${date}.${evidence === undefined ? '' : ` ${evidence}.`}`,
    undated: 'Nothing tells the date of this article.',
    untitled: 'Untitled',
    tooLong: 'This article is too long for a feed.',
    readWhole: 'Read all of it on the site.',
    openedInBrowser:
      'This is a feed: an address for a feed reader, which will show you new articles. Copy it from the address bar.',
  },
  follow: {
    name: 'Follow',
    heading: 'Follow this site',
    description: 'Get new articles: of the whole site, of a subject, or of a story.',
    whatIsAFeed:
      'A feed is an address that a feed reader looks at for you: every new article arrives there whole, and once. There is no page to come back to and no e-mail address to leave.',
    steps: [
      'Choose a feed reader: Thunderbird on a computer, for example, NetNewsWire on a Mac or an iPhone, Feeder on an Android phone.',
      'Copy the address of one of the feeds below, with a right click or a long press on its link.',
      'Paste it into the reader, where it offers to add a feed or to subscribe.',
    ],
    formats:
      'The three formats say the same; if in doubt, take RSS, which every reader knows. Many readers need only the address of a page of this site: they find its feed there.',
    wholeSite: 'The whole site',
    thisTag: 'Follow this subject:',
    thisStory: 'Follow this story:',
    opmlNote: 'To follow everything, subject by subject, import into the reader',
    opml: 'the list of all feeds (OPML)',
  },
  search: {
    name: 'Search',
    description: 'Search all articles, by words, by tag and by year.',
    words: 'Words',
    tag: 'Tag',
    anyTag: 'All tags',
    year: 'Year',
    anyYear: 'All years',
    submit: 'Search',
    withoutScript: 'Search needs JavaScript. Without it, every article can be found by its tag or its date:',
    results: 'Results',
    status: {
      searching: 'Searching…',
      none: 'No article found.',
      one: '1 article found.',
      many: '{n} articles found.',
      failed: 'Search could not be loaded.',
    },
    more: 'More results',
  },
  notFound: {
    title: 'Page not found',
    text: 'There is nothing at this address. The article may have moved.',
    ways: 'To find it:',
  },
  footer: { note: 'A static site, without trackers.' },
}
