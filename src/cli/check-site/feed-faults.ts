import { SaxesParser } from 'saxes'
import { type Problem, toReason } from '../../errors.ts'
import { isRecord } from '../../is-record.ts'
import type { SiteFolder } from './site-folder.ts'

/** Feeds that readers could not read, or in which they would miss an entry. */
export function findFeedFaults(site: SiteFolder): readonly Problem[] {
  return site.files
    .filter((file) => /(?:^|\/)[^/]*(?:feed|atom|rss)[^/]*\.(?:xml|json)$/.test(file))
    .flatMap((file) => {
      const text = site.read(file)
      const fault = file.endsWith('.json') ? findJsonFault(text) : findXmlFault(text)
      return fault === undefined ? [] : [toProblem(file, fault)]
    })
}

function findXmlFault(text: string): string | undefined {
  const entries: { id: string }[] = []
  let root = ''
  let element = ''
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    root ||= name
    element = name
    if (name === 'item' || name === 'entry') entries.push({ id: '' })
  })
  parser.on('text', (value) => {
    const entry = entries.at(-1)
    if (entry !== undefined && (element === 'guid' || element === 'id')) entry.id += value
  })
  parser.on('closetag', () => {
    element = ''
  })
  try {
    parser.write(text).close()
  } catch (error) {
    return `is not well-formed: ${toReason(error)}`
  }
  return /^(?:rss|feed)$/.test(root) ? findIdFault(entries.map(({ id }) => id)) : undefined
}

function findJsonFault(text: string): string | undefined {
  let feed: unknown
  try {
    feed = JSON.parse(text)
  } catch (error) {
    return `is no JSON: ${toReason(error)}`
  }
  if (!isRecord(feed) || typeof feed.version !== 'string' || !Array.isArray(feed.items)) {
    return 'has not the shape of a JSON Feed'
  }
  return findIdFault(feed.items.map((item: unknown) => (isRecord(item) && typeof item.id === 'string' ? item.id : '')))
}

function findIdFault(ids: readonly string[]): string | undefined {
  if (ids.includes('')) return 'has an entry without an id'
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  return twice === undefined ? undefined : `has two entries with the id ${twice}`
}

const toProblem = (file: string, fault: string): Problem => ({
  code: 'FEED_INVALID',
  message: `${file} ${fault}.`,
  remedy: 'Build the site again; if it stays so, please report it with the post that is in the feed.',
  source: { file },
  severity: 'loss',
})
