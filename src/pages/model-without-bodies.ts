import { trusted } from '../markup/html.ts'
import { toShortHash } from '../short-hash.ts'
import type { SiteModel } from './site-model.ts'

/**
 * The same site for those who only ask whether an output changes: a body is the hash of its Markdown, so that nothing is rendered,
 * and the site's own words are no part of what is written out as JSON.
 */
export function withoutBodies(model: SiteModel): SiteModel {
  const messages = Object.assign(Object.create(model.messages), { toJSON: () => undefined })
  return { ...model, messages, renderBody: ({ body }) => trusted(toShortHash(body)) }
}
