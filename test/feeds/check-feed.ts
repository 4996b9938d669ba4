import fs from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'
import { jsonFeedSchema } from './schemas/json-feed.ts'

const readGrammar = (name: string): RelaxNGValidator =>
  RelaxNGValidator.fromDoc(
    XmlDocument.fromString(fs.readFileSync(path.join(import.meta.dirname, 'schemas', name), 'utf8')),
  )

const grammars = { rss: readGrammar('rss.rng'), feed: readGrammar('atom.rng') }
const isJsonFeed = new Ajv({ allErrors: true }).compile(jsonFeedSchema)

/** What is wrong with a feed, in the words of its schema; empty where it is valid. */
export function checkFeed(text: string): readonly string[] {
  return text.startsWith('{') ? checkJsonFeed(text) : checkXmlFeed(text)
}

function checkJsonFeed(text: string): readonly string[] {
  if (isJsonFeed(JSON.parse(text))) return []
  return (isJsonFeed.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** A parser without mercy first, then the grammar. */
function checkXmlFeed(text: string): readonly string[] {
  const root = /<(rss|feed)\b/.exec(text)?.[1]
  try {
    using document = XmlDocument.fromString(text)
    grammars[root === 'rss' ? 'rss' : 'feed'].validate(document)
    return []
  } catch (error) {
    return [String(error)]
  }
}
