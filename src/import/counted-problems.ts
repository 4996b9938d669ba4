import type { Problem } from '../errors.ts'

/** Something that many posts of an export have, told once. */
export interface Count {
  readonly kind: CountedKind
  /** Of the shortcode, the block, the type, the taxonomy. */
  readonly name: string
  /** Title of the first post. */
  readonly example: string
  readonly times: number
}

export type CountedKind =
  | 'SHORTCODE_KEPT'
  | 'BLOCK_EMPTY'
  | 'MORE_MARK_LEFT_OUT'
  | 'ATTACHMENTS_LEFT_OUT'
  | 'TYPE_LEFT_OUT'
  | 'COMMENTS_LEFT_OUT'
  | 'STICKY_LEFT_OUT'
  | 'TAXONOMY_LEFT_OUT'

export function toCounted(file: string, count: Count): Problem {
  const { what, remedy, severity } = countedTexts[count.kind]
  const where = count.example === '' ? '' : ` The first is in "${count.example}".`
  return { code: count.kind, message: `${file} ${what(count)}.${where}`, remedy, source: { file }, severity }
}

interface CountedText {
  readonly what: (count: Count) => string
  readonly remedy: string
  readonly severity: Problem['severity']
}

const countedTexts: Readonly<Record<CountedKind, CountedText>> = {
  SHORTCODE_KEPT: {
    what: ({ name, times }) => `has the shortcode [${name}] ${countOf(times, 'time')}, kept as text`,
    remedy: 'Replace it in the posts by what it stood for.',
    severity: 'doubt',
  },
  BLOCK_EMPTY: {
    what: ({ name, times }) => `has the block "${name}" ${countOf(times, 'time')}, which only WordPress can fill`,
    remedy: 'Write into the posts what it showed.',
    severity: 'loss',
  },
  MORE_MARK_LEFT_OUT: {
    what: ({ times }) =>
      `marks in ${countOf(times, 'post')} where lists cut (<!--more-->); here all of it is on one page`,
    remedy: 'Nothing to do; a description in a post says what lists tell of it.',
    severity: 'doubt',
  },
  ATTACHMENTS_LEFT_OUT: {
    what: ({ times }) => `lists ${countOf(times, 'file')} of the media library, which an export doesn't hold`,
    remedy: 'Keep the old uploads where they are, or copy them to the site: pictures keep their addresses.',
    severity: 'doubt',
  },
  TYPE_LEFT_OUT: {
    what: ({ name, times }) => `has ${countOf(times, 'item')} of the type "${name}", left out`,
    remedy: 'Write them as files of the posts folder if they are posts.',
    severity: 'loss',
  },
  COMMENTS_LEFT_OUT: {
    what: ({ times }) => `has ${countOf(times, 'comment')} on posts that were left out`,
    remedy: 'Keep the export if they matter.',
    severity: 'loss',
  },
  STICKY_LEFT_OUT: {
    what: ({ times }) => `keeps ${countOf(times, 'post')} at the top of the blog; here all are listed by date`,
    remedy: 'Link to them from the home page.',
    severity: 'doubt',
  },
  TAXONOMY_LEFT_OUT: {
    what: ({ name, times }) =>
      `files posts under "${name}" ${countOf(times, 'time')}, which is neither tag nor category`,
    remedy: 'Add them to the tags of the posts.',
    severity: 'loss',
  },
}

const countOf = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
