import type { SiteOptions } from '../src/index.ts'

/** What the site is called and where it stands. The Pages workflow overrides `url` with the repository's own address. */
export default {
  title: 'Le carnet retrouvé',
  description: 'Dix ans d’articles sur l’espace, les monuments et les trains : retrouvés, datés et reliés entre eux.',
  url: 'http://localhost:8080/',
  language: 'fr',
  timeZone: 'Europe/Paris',
} satisfies SiteOptions
