import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Post } from '../../src/posts/post.ts'
import { toPostIdOfFile } from '../../src/posts/post-id.ts'
import { parseSlug } from '../../src/posts/slug.ts'
import { findRelations } from '../../src/relations/find-relations.ts'
import { dated } from './archive.ts'

/** Labelled posts of others, which are not part of this repository. */
const sets = path.resolve(import.meta.dirname, '../../../shared/relations-dev')
const output = fs.mkdtempSync(path.join(os.tmpdir(), 'relations-'))
afterAll(() => fs.rmSync(output, { recursive: true }))

interface LabelledPost {
  readonly id: string
  readonly lang: string
  readonly title: string
  readonly text: string
  readonly date: string
}

function readPosts(set: string, lang: string | undefined): readonly Post[] {
  const lines = fs
    .readFileSync(path.join(sets, set, 'docs.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
  const labelled: readonly LabelledPost[] = lines.map((line) => JSON.parse(line))
  return labelled
    .filter((post) => lang === undefined || post.lang === lang)
    .map(({ id, title, text, date, lang }) =>
      dated(date, title, text, { lang, id: toPostIdOfFile(id), slug: parseSlug(id, 'id') }),
    )
}

/** Relations as the command line prints them, with slugs in the place of ids. */
function writeRelations(set: string, lang: string | undefined): string {
  const posts = readPosts(set, lang)
  const slugs = new Map<string, string>(posts.map(({ id, slug }) => [id, slug]))
  const toSlugs = (_: string, value: unknown) => (typeof value === 'string' ? (slugs.get(value) ?? value) : value)
  const file = path.join(output, `${set}-${lang ?? 'all'}.json`)
  fs.writeFileSync(
    file,
    JSON.stringify({ posts: posts.map(({ slug }) => ({ slug })), ...findRelations(posts) }, toSlugs),
  )
  return file
}

test.for([
  // Two of its 17 are issues of a monthly column, which is no story here.
  { set: 'a', langs: [undefined], followUps: { precision: 0.55, recall: 0.29 } },
  { set: 'b', langs: ['fr', 'en', 'es'], followUps: { precision: 0.9, recall: 0.73 } },
])('keeps its scores on labelled set $set', ({ set, langs, followUps }, context) => {
  if (!fs.existsSync(sets)) context.skip('the labelled sets are not there')
  const files = langs.map((lang) => writeRelations(set, lang))
  const scorer = path.join(sets, 'score.mjs')
  const scores = JSON.parse(
    execFileSync('node', [scorer, 'score', path.join(sets, set), ...files], { encoding: 'utf8' }),
  )
  expect(scores.duplicates.precision).toBeGreaterThanOrEqual(0.995)
  expect(scores.duplicates.recall).toBeGreaterThanOrEqual(0.99)
  expect(scores.duplicates.noneJoined).toBe(0)
  expect(scores.followUps.precision).toBeGreaterThanOrEqual(followUps.precision)
  expect(scores.followUps.recall).toBeGreaterThanOrEqual(followUps.recall)
})
