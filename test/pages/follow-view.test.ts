import { describe, expect, test } from 'vitest'
import { planFeeds } from '../../src/feeds/plan-feeds.ts'
import { toFollowPage } from '../../src/pages/follow-view.ts'
import { findPageClashes, planPages } from '../../src/pages/plan-pages.ts'
import type { SiteModel } from '../../src/pages/site-model.ts'
import { toTagsPage } from '../../src/pages/tag-views.ts'
import { tagsPath } from '../../src/pages/urls.ts'
import { post } from '../posts/build-post.ts'
import { modelOf, optionsOf, tramGraph, tramPosts } from './sample-site.ts'

const plansOf = (model: SiteModel) => planPages(model, { pageSize: 20 }).follow
const viewOf = (model: SiteModel) => toFollowPage(model, plansOf(model)[0]!)
const hrefsOf = (model: SiteModel) =>
  viewOf(model).groups.flatMap(({ rows }) => rows.flatMap(({ feeds }) => feeds.map(({ href }) => href)))

describe('the page from which readers follow the site', () => {
  test('stands at an address in the site’s language', () => {
    expect(plansOf(modelOf(tramPosts)).map(({ path }) => path)).toEqual(['/suivre/'])
    const english = modelOf(tramPosts, { options: { site: { language: 'en' } } })
    expect(plansOf(english).map(({ path }) => path)).toEqual(['/follow/'])
  })

  test('names every feed that there is, and no other', () => {
    const model = modelOf(tramPosts, { graph: tramGraph })
    const { feeds } = optionsOf()
    const written = feeds ? planFeeds(model, feeds).documents.map(({ path }) => path as string) : []
    expect(hrefsOf(model)).toEqual(written.filter((path) => /\/(?:feed|atom)\.(?:xml|json)$/.test(path)))
    expect(written).toContain(viewOf(model).opml.href)
  })

  test('has the site first, then tags, then stories, and no heading above nothing', () => {
    const idsOf = (model: SiteModel) => viewOf(model).groups.map(({ id }) => id)
    expect(idsOf(modelOf(tramPosts, { graph: tramGraph }))).toEqual(['site', 'tags', 'threads'])
    expect(idsOf(modelOf([]))).toEqual(['site'])
  })

  test('has a row for each of a thousand tags', () => {
    const tags = Array.from({ length: 1000 }, (_, index) => `Sujet ${index}`)
    expect(hrefsOf(modelOf([post('Tout', { tags })]))).toHaveLength(3 * (1 + 1000))
  })

  test('is not made where there are no feeds, nor linked', () => {
    const linksIn = (model: SiteModel) => toTagsPage(model, { path: tagsPath }).frame.navigation.map(({ text }) => text)
    const model = modelOf(tramPosts, { options: { feeds: false } })
    expect(plansOf(model)).toEqual([])
    expect(linksIn(model)).not.toContain('Suivre')
    expect(linksIn(modelOf(tramPosts))).toContain('Suivre')
  })

  test('leaves no post unwritten that stands at its address', () => {
    const posts = [post('À suivre', { permalink: '/suivre/' })]
    const [clash] = findPageClashes(planPages(modelOf(posts), { pageSize: 20 }))
    expect(clash?.message).toBe(
      'Post "a-suivre" and the page /suivre/ (follow) would both be written to /suivre/. Give post "a-suivre" another `permalink` or slug.',
    )
  })
})
