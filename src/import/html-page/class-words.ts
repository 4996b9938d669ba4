import { findAttribute, type HtmlElement } from '../html-body/html-nodes.ts'
import { namesOf, valuesOf } from './dom.ts'

/** Parts of a page that go by their names. */
export type NamedPart = 'comments' | 'related' | 'share' | 'meta' | 'more' | 'chrome' | 'body' | 'summary' | 'title'

/**
 * What themes and blog hosts call the parts of a page, as classes and ids, lower case: WordPress's themes since 1.5, Blogger,
 * SPIP, Dotclear, Over-blog, Canalblog, TypePad and what common frameworks use. Names are hints: what a part holds decides
 * where none is known.
 */
const names: Readonly<Record<NamedPart, RegExp>> = {
  comments:
    /^(?:comments?|comment-?list|comments?[-_](?:area|section|wrapper|wrap|body|content|block|template|list)|(?:li-)?comment-\d+|commentaires?|liste-commentaires|commentlist|respond|responses?|disqus_thread|disqus|livefyre|trackbacks?|trackback-url|pings?|pinglist|forum|kommentare?|comentarios?|commenti)$/,
  related:
    /(?:^|[-_])(?:related(?:posts?|content)?|yarpp|similaires?|similar|a-lire|a-voir|lire-aussi|voir-aussi|read-?next|more-posts|you-may-also-like|recommandations?|recommended|relacionad[oa]s?|correlati|aehnliche|jp-relatedposts|crp_related|linkwithin\w*|outbrain|taboola)(?:$|[-_])/,
  share:
    /(?:^|[-_])(?:shar(?:e|es|ing|edaddy)|sharethis|shareaholic|partag(?:e|er|es)|social(?:s|icons|-?links|-?media)?|sociable|addtoany\w*|a2a_\w+|addthis\w*|post-flair|likebox|post-likes?|wpl-likebox|feedback-buttons|reactions-buttons|compartir|teilen|condividi|jetpack-likes-widget\w*|retweet|fb-like|post-icons|quickedit)(?:$|[-_])/,
  meta: /^(?:(?:single|loop|archive|card__?|article|billet|blog)?[-_]?(?:entry|post|article|billet|item|story|blog-?post|news|card|content)?[-_]*(?:meta|metas|meta-?data|meta-?info|info|infos|details?|utility|foot|footer|footmeta|byline|date|dates|time|timestamp|published|posted|author|auteurs?|signature|tags?|tag-?links|tags-?links|cat-?links|categories|category|cats?|labels?|terms|taxonom(?:y|ies)|permalink|edit-?link|comment-?links?|comments-?links?|comment-?count|comments-?number|info-co|views?|ratings?|read(?:ing)?-?time)(?:[-_](?:wrapper|wrap|single|top|bottom|inner|line|container|block|area|info))*|postmetadata|posted-on|posted-by|posted-in|byline|by-author|date-?header|dateheader|day-date|entry-categories|entry-header-meta|post-footer-line|option|beforearticle|afterarticle|lientitre|itemfooter|horodatage|lienc?om|author-?info|author-?box|about-?author|author-?bio|author-?description|author-?area|entry-author|wp-block-post-(?:date|author\S*|terms)|taxonomy-\S+|footer-post|bottom-?meta|top-?meta|rubrique|kicker|surtitre|wp-block-post-navigation-link|post-?navigation|jump-link|comments-link|\w+-(?:entry|post|article)-meta)$/,
  more: /^(?:(?:post-|entry-|article-)?(?:more[-_]?links?|read[-_]?more(?:[-_](?:link|btn|button|wrap|wrapper))?|readmore\S*|continue[-_]?reading(?:[-_]\S+)?|lire-?la-?suite|liresuite|suite|lien-suite|read-it|jump-link|link-more|more-tag)|wp-block-(?:post-excerpt__more-(?:link|text)|read-more)|card__more|btn-more)$/,
  chrome:
    /^(?:et_pb_|sidebar-)?widgets?(?:_\w+|-container)?$|^(?:.*[-_])?(?:nav|navs|navi|navbar|nav-?links|navigation|nav-(?:above|below|single|menu|primary|secondary|wrap\w*|container|header|footer|bar|next|previous)|menu|menus|menu-\w+|menubar|sidebar\d*|side-?bar|sidebars|secondary|tertiary|breadcrumbs?|breadcrumb-?trail|arbo|fil-?ariane|ariane|pagination|paginate|pager|paging|pages-links|page-links|wp-pagenavi|pagenavi|blog-pager|blogroll|widget[-_]area|widgetized|skip-?links?|prelude|cookie\w*|newsletter|popup|modal|advert\w*|adsense|adsbygoogle|publicite|pub|pubs|banniere|topbar|toolbar|wpadminbar|search-?form|searchbox|branding|masthead|colophon|site-?(?:header|footer|info|title|description|generator)|main-?(?:header|footer)|page-?(?:footer|foot)|footer|foot|bottom|header-?image|blognav|subscribe\w*|subscription\w*|rss-?links?|feed-?links|blog-feeds|login\w*|edit-?link|back-?to-?top)$/,
  body: /^(?:.*[-_])?(?:(?:entry|post|article|item|story|blog|billet|news|card|hentry|single|journal)[-_]*(?:the)?[-_]*(?:contents?|contenu|body|text|texte|corps|summary|excerpt|extrait|intro|introduction|entry|copy|story|desc|description)|e-content|p-summary|contenuarticle|contenubillet|articlecontent|blogbody|storycontent|entrytext|entry|excerpt|extrait|corps|chapo|texte|e-text|postbody|post_body|message-body|wysiwyg|rich-?text|prose|markdown-body|td-post-content)$/,
  summary: /(?:summary|excerpt|extrait)$/,
  title:
    /^(?:.*[-_])?(?:entry-?title|post-?title|article-?title|blog-?post-?title|item-?title|story-?title|titrearticle|divtitrearticle|titre|titulo|titolo|titel|title|headline|heading|p-name)$/,
}

export const isNamed = (element: HtmlElement, part: NamedPart): boolean =>
  namesOf(element).some((name) => !namesTerm.test(name) && names[part].test(name))

/** WordPress adds the tags and categories of a post to its classes: `tag-social` shares nothing. */
const namesTerm = /^(?:tag|category)-(?!links?$|list$|meta$)/

export const hasName = (element: HtmlElement, name: string): boolean => namesOf(element).includes(name)

/** What microdata and microformats say of an element. */
export const hasProperty = (element: HtmlElement, ...properties: readonly string[]): boolean =>
  valuesOf(element, 'itemprop').some((value) => properties.includes(value))

/** A post by microformats, old (`hentry`) or new (`h-entry`). */
export const isEntry = (element: HtmlElement): boolean =>
  (hasName(element, 'hentry') || hasName(element, 'h-entry')) && !isNamed(element, 'comments')

/** A post by the classes that WordPress gives it: `post-123 type-post`. */
export const isWordPressPost = (element: HtmlElement): boolean =>
  hasName(element, 'type-post') || namesOf(element).some((name) => /^post-\d+$/.test(name) && hasName(element, 'post'))

/** A post by schema.org's microdata. */
export const isPostingItem = (element: HtmlElement): boolean =>
  /schema\.org\/(?:\w*article|blogposting)\b/i.test(findAttribute(element, 'itemtype') ?? '')
