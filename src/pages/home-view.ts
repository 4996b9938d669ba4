import { type ListPageView, toListPage } from './list-view.ts'
import type { ListPlan } from './plan-pages.ts'
import type { SiteModel } from './site-model.ts'

export interface HomePageView extends ListPageView {
  /** The site's description, on the first page only. */
  readonly intro?: string | undefined
}

export function toHomePage(model: SiteModel, plan: ListPlan): HomePageView {
  const isFirst = plan.pager.number === 1
  return {
    ...toListPage(model, plan, { heading: model.messages.home.heading, section: 'home' }),
    intro: isFirst && model.description !== '' ? model.description : undefined,
  }
}
