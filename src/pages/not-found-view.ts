import type { PageFrame } from './page-frame.ts'
import type { PagePlan } from './plan-pages.ts'
import type { SiteModel } from './site-model.ts'

export interface NotFoundPageView {
  readonly frame: PageFrame
}

export const toNotFoundPage = (model: SiteModel, { path }: PagePlan): NotFoundPageView => ({
  frame: model.frameOf({
    path,
    title: model.messages.notFound.title,
    description: model.messages.notFound.text,
    isIndexed: false,
  }),
})
