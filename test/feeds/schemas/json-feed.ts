const text = { type: 'string', pattern: '\\S' }
const http = { type: 'string', pattern: '^https?://\\S+$' }
const instant = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z$' }
const authors = {
  type: 'array',
  minItems: 1,
  items: { type: 'object', required: ['name'], additionalProperties: false, properties: { name: text } },
}

/** What JSON Feed 1.1 allows of what we write: exact, so that anything new is noticed. https://jsonfeed.org/version/1.1 */
export const jsonFeedSchema = {
  type: 'object',
  required: ['version', 'title', 'home_page_url', 'feed_url', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: http,
    feed_url: http,
    next_url: http,
    description: text,
    language: text,
    authors,
    hubs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type', 'url'],
        additionalProperties: false,
        properties: { type: text, url: http },
      },
    },
    _tag_archive: {
      type: 'object',
      required: ['id'],
      additionalProperties: false,
      properties: { id: text, current_url: http },
    },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'url', 'title', 'content_html', 'summary', 'date_modified', 'tags'],
        additionalProperties: false,
        properties: {
          id: text,
          url: http,
          title: text,
          content_html: text,
          summary: text,
          date_published: instant,
          date_modified: instant,
          language: text,
          authors,
          tags: { type: 'array', items: text },
          _tag_archive: {
            type: 'object',
            required: ['date'],
            additionalProperties: false,
            properties: { date: { type: 'object' } },
          },
        },
      },
    },
  },
}
