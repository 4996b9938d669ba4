import { describe, expect, test } from 'vitest'
import { TagArchiveError } from '../src/errors.ts'
import { feedDefaults } from '../src/feeds/feed-options.ts'
import { nothing } from '../src/markup/html.ts'
import { optionDefaults, resolveOptions, type TagArchiveOptions } from '../src/options.ts'
import { relationDefaults } from '../src/relations/relation-options.ts'
import { catchError } from './catch-error.ts'

describe('options', () => {
  test('the address of a hub is written as browsers write it', () => {
    expect(resolveOptions({ feeds: { hub: 'https://Hub.example' } }).feeds).toMatchObject({
      hub: 'https://hub.example/',
    })
  })

  test('without any, all have their defaults', () => {
    expect(resolveOptions()).toEqual({
      site: {
        title: undefined,
        description: '',
        url: optionDefaults.site.url,
        language: 'fr',
        timeZone: 'Europe/Paris',
        author: undefined,
        logo: undefined,
        headerImage: undefined,
      },
      posts: 'posts',
      tagNames: { aliases: {}, names: {}, slugs: {} },
      pageSize: 20,
      permalink: '/articles/{slug}/',
      futurePosts: 'show',
      comments: 'hidden',
      ownPages: [],
      redirects: 'pages',
      relations: relationDefaults,
      typography: true,
      search: false,
      shareImages: false,
      llms: false,
      feeds: feedDefaults,
      styles: [],
      templates: {},
    })
  })

  test('an option that is undefined counts as not given', () => {
    expect(resolveOptions({ pageSize: undefined, site: undefined })).toEqual(resolveOptions())
  })

  test('the time zone follows the language', () => {
    expect(resolveOptions({ site: { language: 'en' } }).site.timeZone).toBe('UTC')
    expect(resolveOptions({ site: { language: 'en', timeZone: 'America/Montreal' } }).site.timeZone).toBe(
      'America/Montreal',
    )
  })

  test.each([
    [{ pagesize: 10 }, 'pagesize', 'pageSize'],
    [{ site: { titel: 'x' } }, 'site.titel', 'title'],
    [{ relations: { similarPost: 3 } }, 'relations.similarPost', 'similarPosts'],
    [{ site: { headerimg: 'a.png' } }, 'site.headerimg', 'headerImage'],
    [{ style: [] }, 'style', 'styles'],
    [{ feeds: { entrys: 10 } }, 'feeds.entrys', 'entries'],
    [{ tagNames: { alias: {} } }, 'tagNames.alias', 'aliases'],
    [{ templates: { pots: () => nothing } }, 'templates.pots', 'post'],
  ])('an unknown option is an error that names the nearest one: %j', (given, name, nearest) => {
    const error = catchError(() => resolveOptions(given as TagArchiveOptions))
    expect(error).toBeInstanceOf(TagArchiveError)
    expect(error).toMatchObject({ code: 'OPTION_UNKNOWN', remedy: `Did you mean "${nearest}"?` })
    expect(error.message).toContain(name)
  })

  test('an option like none of ours lists those there are', () => {
    expect(catchError(() => resolveOptions({ zzzzzzzz: 1 } as TagArchiveOptions)).message).toContain(
      'pageSize, permalink',
    )
  })

  test.each<[string, unknown]>([
    ['pageSize', { pageSize: 0 }],
    ['pageSize', { pageSize: 2.5 }],
    ['pageSize', { pageSize: '20' }],
    ['posts', { posts: '' }],
    ['posts', { posts: { collection: 3 } }],
    ['permalink', { permalink: '/articles/' }],
    ['permalink', { permalink: '/{slug}' }],
    ['ownPages', { ownPages: ['post'] }],
    ['permalink', { permalink: '/{slug}/{season}/' }],
    ['futurePosts', { futurePosts: 'hide' }],
    ['comments', { comments: true }],
    ['relations', { relations: 'yes' }],
    ['relations.versionCoverage', { relations: { versionCoverage: 2 } }],
    ['relations.similarPosts', { relations: { similarPosts: 2.5 } }],
    ['feeds', { feeds: 20 }],
    ['feeds.entries', { feeds: { entries: 0 } }],
    ['feeds.history', { feeds: { history: true } }],
    ['feeds.idAuthority', { feeds: { idAuthority: 'https://example.org/' } }],
    ['feeds.hub', { feeds: { hub: 'hub' } }],
    ['site', { site: 'Mon blog' }],
    ['site.language', { site: { language: 'tlh' } }],
    ['site.timeZone', { site: { timeZone: 'Europe/Pris' } }],
    ['site.logo', { site: { logo: 'logo.txt' } }],
    ['site.logo', { site: { logo: '.svg' } }],
    ['site.headerImage', { site: { headerImage: true } }],
    ['styles', { styles: 'styles.css' }],
    ['styles', { styles: ['styles.scss'] }],
    ['tagNames.aliases', { tagNames: { aliases: { a: 1 } } }],
    ['templates.post', { templates: { post: '<p>' } }],
  ])('a wrong value of %s is an error that shows it: %j', (name, given) => {
    const error = catchError(() => resolveOptions(given as TagArchiveOptions))
    expect(error).toMatchObject({ code: 'OPTION_INVALID' })
    expect(error.message).toContain(`Option "${name}" is `)
  })
})
