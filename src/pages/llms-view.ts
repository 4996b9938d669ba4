import { compareCodePoints } from '../markup/compare.ts'
import type { SiteModel } from './site-model.ts'
import { archivesPath, tagPath, tagsPath, threadPath, threadsPath, type UrlPath } from './urls.ts'

/** What a program is told that reads a site for somebody: https://llmstxt.org */
export interface LlmsView {
  readonly title: string
  readonly description: string
  /** None is empty. */
  readonly sections: readonly { readonly heading: string; readonly links: readonly LlmsLink[] }[]
}

export interface LlmsLink {
  readonly text: string
  /** Absolute. */
  readonly url: string
  /** Empty where there is nothing to say. */
  readonly note: string
}

/** Of each kind, so that the file stays small however much there is; the pages that have all come first. */
const mostLinks = 50

export function toLlmsView(model: SiteModel): LlmsView {
  const { messages } = model
  const { archives, home, tags, threads } = messages
  const sections = [
    { heading: archives.name, links: listDirectories(model) },
    { heading: tags.name, links: listTags(model) },
    { heading: threads.name, links: listThreads(model) },
    { heading: home.heading, links: listPosts(model) },
  ]
  return {
    title: model.title,
    description: model.description,
    sections: sections.filter(({ links }) => links.length > 0),
  }
}

function listDirectories({ messages, relations, tags, urls }: SiteModel): readonly LlmsLink[] {
  const toLink = (text: string, path: UrlPath, note: string): LlmsLink => ({ text, url: urls.absolute(path), note })
  const { archives, threads } = messages
  return [
    toLink(archives.name, archivesPath, archives.description),
    toLink(messages.tags.name, tagsPath, messages.tags.description(tags.tags.length)),
    ...(relations.threads.length === 0 ? [] : [toLink(threads.name, threadsPath, threads.description)]),
  ]
}

/** The most used first. */
const listTags = ({ messages, tags, urls }: SiteModel): readonly LlmsLink[] =>
  [...tags.tags]
    .sort((a, b) => b.posts.length - a.posts.length || compareCodePoints(a.slug, b.slug))
    .slice(0, mostLinks)
    .map(({ name, slug, posts }) => ({
      text: name,
      url: urls.absolute(tagPath(slug)),
      note: messages.postCount(posts.length),
    }))

/** The longest first. */
const listThreads = ({ messages, relations, urls }: SiteModel): readonly LlmsLink[] =>
  [...relations.threads]
    .sort((a, b) => b.posts.length - a.posts.length || compareCodePoints(a.thread.slug, b.thread.slug))
    .slice(0, mostLinks)
    .map(({ thread, posts }) => ({
      text: thread.title,
      url: urls.absolute(threadPath(thread.slug)),
      note: messages.postCount(posts.length),
    }))

/** The newest first. */
const listPosts = (model: SiteModel): readonly LlmsLink[] =>
  model.listedPosts.slice(0, mostLinks).map((post) => ({
    text: post.title,
    url: model.urls.absolute(model.pathOf(post)),
    note: [model.dateOf(post).text, model.excerptOf(post)].filter((part) => part !== '').join(model.messages.colon),
  }))
