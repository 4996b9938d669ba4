import type { Messages } from '../i18n/messages.ts'

/**
 * What a person sees who opens a feed in a browser: what it is, and its articles in brief. Not their dates, which CSS can
 * neither shorten nor mark as estimates.
 */
export const formatFeedStylesheet = ({ feeds }: Messages): string => `@namespace atom "http://www.w3.org/2005/Atom";
:root { color-scheme: light dark; display: block; max-width: 40rem; margin: 0 auto; padding: 2rem 1rem; font: 1rem/1.5 system-ui, sans-serif; }
:root::before { content: ${formatCssString(feeds.openedInBrowser)}; display: block; margin-bottom: 2rem; padding: 1rem; border: 1px solid; border-radius: .5rem; }
rss *, atom|feed * { display: none; }
channel, item, atom|entry { display: block; }
channel > title, channel > description, atom|feed > atom|title, atom|feed > atom|subtitle,
item > title, item > description, item > link,
atom|entry > atom|title, atom|entry > atom|summary, atom|entry > atom|link { display: block; }
channel > title, atom|feed > atom|title { font-size: 1.75rem; font-weight: 700; line-height: 1.2; }
item, atom|entry { margin-top: 2rem; overflow-wrap: anywhere; }
item > title, atom|entry > atom|title { font-size: 1.25rem; font-weight: 600; line-height: 1.3; }
atom|entry > atom|link::before { content: attr(href); }
item > link, atom|entry > atom|link { font-size: .875rem; opacity: .75; }
`

const formatCssString = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\a ')}"`
