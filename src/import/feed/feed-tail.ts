/**
 * Takes off what feeds add below a post: a paragraph whose links all lead to the post itself or to its blog, such as
 * "The post Bonjour appeared first on Mon blog" or "Lire la suite", in any language.
 */
export function splitFeedTail(
  body: string,
  url: string | undefined,
  blogAddress: string | undefined,
): { readonly body: string; readonly isReadMore: boolean } {
  const start = body.lastIndexOf('\n\n') + 2
  const last = start < 2 ? '' : body.slice(start)
  if (url === undefined || last === '' || last.length > longestTail) return { body, isReadMore: false }
  const targets = Array.from(last.matchAll(/\]\((\S+?)\)/g), ([, address]) => toComparable(address!))
  const own = toComparable(url)
  const isTail =
    targets.includes(own) &&
    targets.every((target) => target === own || (blogAddress !== undefined && target === toComparable(blogAddress)))
  if (!isTail) return { body, isReadMore: false }
  return { body: body.slice(0, start - 2), isReadMore: /^\W*\[[^\]]*\]\(\S+\)\W*$/.test(last) }
}

/** Characters: what is longer says something. */
const longestTail = 600

/** Without what differs between two links to one page. */
const toComparable = (address: string): string =>
  address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/?(?:[?#].*)?$/, '')
