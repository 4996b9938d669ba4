import type { PostDate } from '../../src/dating/post-date.ts'
import { type ResolvedOptions, resolveOptions, type TagArchiveOptions } from '../../src/options.ts'
import { toShownGraph } from '../../src/pages/shown-graph.ts'
import { createSiteModel, type SiteModel } from '../../src/pages/site-model.ts'
import { type SiteAddress, searchScriptPath, shareImagePath, stylesheetPath } from '../../src/pages/urls.ts'
import type { Post } from '../../src/posts/post.ts'
import { toSlug } from '../../src/posts/slug.ts'
import { emptyGraph, type RelationGraph } from '../../src/relations/relation-graph.ts'
import { day, post } from '../posts/build-post.ts'

export const stated = (text: string): PostDate => ({ kind: 'stated', day: day(text) })

export const inferred = (earliest: string, best: string, latest: string, evidence: string): PostDate => ({
  kind: 'inferred',
  day: day(best),
  earliest: day(earliest),
  latest: day(latest),
  evidence,
})

export interface ModelParts {
  readonly graph?: RelationGraph
  readonly address?: SiteAddress
  readonly options?: TagArchiveOptions
}

/** A site model of posts about which a test says only what matters to it. */
export function modelOf(posts: readonly Post[], { graph, address, options }: ModelParts = {}): SiteModel {
  return createSiteModel({
    posts,
    graph: toShownGraph(graph ?? emptyGraph),
    address: address ?? { origin: 'https://example.org', pathPrefix: '/' },
    options: optionsOf(options),
    stylesheet: stylesheetPath('test'),
    toShareImagePath: () => shareImagePath('test'),
    searchScript: options?.search ? searchScriptPath('test') : undefined,
  })
}

export const optionsOf = (options: TagArchiveOptions = {}): ResolvedOptions =>
  resolveOptions({ ...options, site: { title: 'Le Phare', description: 'Un journal du port.', ...options.site } })

const tracé =
  'Le tram passera par le quai des Brumes.\n\n« Nous ouvrirons la ligne à l’été », a dit Aïcha Lemoine mercredi 29 novembre.'

/** One story: a tram line, announced, republished with more in it, and opened. Beside it, what has nothing to do with it. */
export const tramPosts: readonly Post[] = [
  post('Le tram est ouvert', {
    date: stated('2024-06-15'),
    tags: ['Tram', 'Port'],
    body: 'La ligne du quai des Brumes est ouverte.\n\n## Et demain ?\n\n- le pont\n- la gare',
    updated: '2024-06-20',
    author: 'Nora Petit',
  }),
  post('Le tram passera par le port', {
    date: inferred('2023-11-29', '2023-11-29', '2023-12-05', 'mercredi 29 novembre'),
    tags: ['tram'],
    body: `${tracé}\n\nLe budget est de 12 millions d’euros.`,
  }),
  post('Le tram passera par le quai', {
    date: inferred('2023-11-01', '2023-11-10', '2023-11-25', 'order in the archive'),
    tags: ['tram', 'Annonces'],
    body: tracé,
    source: { file: 'port.txt', position: 3, url: 'https://ancien.example/?p=3' },
  }),
  post('A note in English', {
    date: stated('2023-11-02'),
    lang: 'en',
    tags: ['Port'],
    body: 'Ships & docks.',
    isTruncated: true,
  }),
  post('<script>alert("titre")</script> & {{ site.title }}', {
    slug: toSlug('hostile'),
    date: inferred('2022-02-01', '2022-06-15', '2022-11-30', 'l’année du pont'),
    tags: ['C++', '<b>'],
    body: '<script>alert(1)</script> {{ 7 * 7 }} {% if %} [x](javascript:alert(2))',
  }),
  post('Sans date', { body: 'Rien ne le date.' }),
]

const [opened, current, first, english] = tramPosts.map(({ id }) => id)

export const tramGraph: RelationGraph = {
  relations: [
    { kind: 'duplicate', canonical: current!, copy: first!, change: 'shortened', similarity: 0.8, containment: 0.97 },
    {
      kind: 'followUp',
      earlier: current!,
      later: opened!,
      score: 0.9,
      evidence: { terms: ['quai des Brumes', 'ligne'], days: 199 },
    },
    { kind: 'similar', post: opened!, other: english!, score: 0.3, terms: ['port'] },
  ],
  threads: [{ slug: toSlug('Quai des Brumes'), title: 'Quai des Brumes', posts: [current!, opened!] }],
}
