import { createHash } from 'node:crypto'
import type { ResolvedOptions } from '../options.ts'
import { type PagePlans, planPages } from '../pages/plan-pages.ts'
import { createSiteModel } from '../pages/site-model.ts'
import { type SiteAddress, stylesheetPath } from '../pages/urls.ts'
import type { Post } from '../posts/post.ts'
import { findRelations } from '../relations/find-relations.ts'
import { emptyGraph } from '../relations/relation-graph.ts'
import { stylesheet } from '../templates/stylesheet.ts'
import { defaultTemplates } from '../templates/templates.ts'
import { measureStage } from './measure-stage.ts'
import { createPageRenderers, type PageRenderers } from './render-pages.ts'

/**
 * All that the virtual templates need, as Eleventy's global data.
 *
 * An instance of a class on purpose: Eleventy copies plain objects and arrays in its data for each template, deeply, and
 * hands instances on as they are.
 */
export class Site {
  readonly plans: PagePlans
  readonly renderers: PageRenderers

  constructor(plans: PagePlans, renderers: PageRenderers) {
    this.plans = plans
    this.renderers = renderers
  }
}

export interface SiteSettings {
  readonly options: ResolvedOptions
  readonly address: SiteAddress
}

/** Posts → relations → plans of pages and what renders them. */
export function createSite(posts: readonly Post[], { options, address }: SiteSettings): Site {
  const published = posts.filter(({ isDraft }) => !isDraft)
  const graph = measureStage('relations', () =>
    options.relations === false ? emptyGraph : findRelations(published, options.relations),
  )
  const model = measureStage('model', () =>
    createSiteModel({ posts: published, graph, address, options, stylesheet: stylesheetPath(stylesheetHash) }),
  )
  const plans = measureStage('plans', () => planPages(model, options))
  return new Site(plans, createPageRenderers(model, { ...defaultTemplates, ...options.templates }))
}

const stylesheetHash = createHash('sha256').update(stylesheet).digest('hex').slice(0, 10)
