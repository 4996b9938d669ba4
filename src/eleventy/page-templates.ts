import type { PagePlan } from '../pages/plan-pages.ts'
import type { CollectionItem, EleventyConfig } from './eleventy-types.ts'
import type { OutputKind, Site, SitePlans } from './site.ts'
import type { CollectionSource } from './site-sources.ts'
import { toTemplatePath } from './template-path.ts'

export interface PageTemplatesOptions {
  readonly kinds: readonly OutputKind[]
  /** The collection that the posts are in, where they are Eleventy templates. */
  readonly collection?: string | undefined
}

/** One virtual template per kind of page, paginated with size 1 over the plans of that kind. */
export function addPageTemplates(eleventyConfig: EleventyConfig, { kinds, collection }: PageTemplatesOptions): void {
  for (const kind of kinds) {
    if (collection === undefined) addPageTemplate(eleventyConfig, kind)
    else addCollectionPageTemplate(eleventyConfig, kind, collection)
  }
}

function addPageTemplate<Kind extends OutputKind>(eleventyConfig: EleventyConfig, kind: Kind): void {
  eleventyConfig.addTemplate(toTemplatePath(kind), {
    data: { ...commonData, pagination: { data: `tagArchive.plans.${kind}`, size: 1, alias: 'plan' } },
    render: ({ tagArchive, plan }: PageData<Kind, Site>) => tagArchive.renderers[kind](plan),
  })
}

/** Eleventy knows the posts only once it has read all templates: the plans are made when it paginates. */
function addCollectionPageTemplate<Kind extends OutputKind>(
  eleventyConfig: EleventyConfig,
  kind: Kind,
  collection: string,
): void {
  eleventyConfig.addTemplate(toTemplatePath(kind), {
    data: {
      ...commonData,
      pagination: {
        data: `collections.${collection}`,
        size: 1,
        alias: 'plan',
        before: (items: readonly CollectionItem[], { tagArchive }: { readonly tagArchive: CollectionSource }) =>
          tagArchive.toSite(items).plans[kind],
      },
    },
    render: ({ tagArchive, plan }: PageData<Kind, CollectionSource>) => tagArchive.site.renderers[kind](plan),
  })
}

interface PageData<Kind extends OutputKind, Source> {
  readonly tagArchive: Source
  readonly plan: SitePlans[Kind][number]
}

const commonData = {
  permalink: ({ plan }: { readonly plan: PagePlan }) => plan.path,
  eleventyExcludeFromCollections: true,
}
