import type { Problem, TagArchiveError } from '../errors.ts'
import { messagesOf } from '../i18n/messages-of.ts'
import { resolveOptions } from '../options.ts'
import { type AlikeTags, findAlikeTags, toAlikeProblems } from '../pages/alike-tags.ts'
import { findPageClashes, planPages } from '../pages/plan-pages.ts'
import { createSiteModel } from '../pages/site-model.ts'
import { findTagClashes, gatherTags, type Tag } from '../pages/tag-index.ts'
import { stylesheetPath } from '../pages/urls.ts'
import type { Clock } from '../posts/check-dates.ts'
import { checkPosts } from '../posts/check-posts.ts'
import type { Post } from '../posts/post.ts'
import type { PostFolder } from '../posts/post-file.ts'
import { withoutRelationsTo } from '../posts/relations-to.ts'
import { orderByTime } from '../relations/chronology.ts'
import { examineOwnerRelations } from '../relations/owner-relations.ts'
import { emptyGraph } from '../relations/relation-graph.ts'

/** All that is wrong with a folder of posts, and all that would stop a build of it. */
export function checkFolder(folder: PostFolder, clock: Clock): readonly Problem[] {
  const apart = withoutClashes(folder)
  const posts = apart.files.map(({ post }) => post)
  const tagFaults = findTagFaults(posts)
  return [
    ...folder.problems,
    ...checkPosts(folder, clock),
    ...checkOwnerRelations(apart),
    ...tagFaults,
    ...(tagFaults.some(({ code }) => code === 'SLUG_CLASH') ? [] : checkAddresses(posts)),
  ]
}

/** Of files that claim one slug or one id the first: the clash is told, and not what follows from it. */
function withoutClashes(folder: PostFolder): PostFolder {
  const seen = new Set<string>()
  const files = folder.files.filter(({ post: { slug, id } }) => {
    const isFirst = !seen.has(`slug ${slug}`) && !seen.has(`id ${id}`)
    seen.add(`slug ${slug}`).add(`id ${id}`)
    return isFirst
  })
  return { ...folder, files }
}

/** Drafts are looked at too: what is wrong with them would stop the build on the day that they are published. */
function checkOwnerRelations({ files, unreadable }: PostFolder): readonly Problem[] {
  const paths = new Map(files.map(({ post: { id }, path }) => [id, path]))
  const posts = files.map(({ post }) => post)
  const readable = withoutRelationsTo(posts, new Set(unreadable.map(({ slug }) => slug)))
  const { faults } = examineOwnerRelations(orderByTime(readable))
  return faults.map(({ post: { id }, error }) => ({ ...toProblem(error), source: { file: paths.get(id)! } }))
}

/** Tags that clash or look alike. The site's own names of tags are not known here, so a clash is only a doubt. */
function findTagFaults(posts: readonly Post[]): readonly Problem[] {
  const tags = gatherTagsOf(posts)
  return [
    ...findTagClashes(tags).map((clash): Problem => ({ ...toProblem(clash), severity: 'doubt' })),
    ...toAlikeProblems(findAlikeTags(tags)),
  ]
}

/** Tags of published posts that may be one. */
export const findAlikeTagsOf = (posts: readonly Post[]): readonly AlikeTags[] => findAlikeTags(gatherTagsOf(posts))

function gatherTagsOf(posts: readonly Post[]): readonly Tag[] {
  const { compareNames, language } = messagesOf('fr')
  const published = posts.filter(({ isDraft }) => !isDraft)
  return gatherTags(published, { tagNames: { aliases: {}, names: {}, slugs: {} }, compareNames, language }).tags
}

/** Pages that would be written over each other, where the site has the usual options. */
function checkAddresses(posts: readonly Post[]): readonly Problem[] {
  const options = resolveOptions()
  const address = { origin: options.site.url, pathPrefix: '/' }
  const model = createSiteModel({ posts, graph: emptyGraph, address, options, stylesheet: stylesheetPath('') })
  return findPageClashes(planPages(model, options)).map(toProblem)
}

const toProblem = ({ code, problem, remedy }: TagArchiveError): Problem => ({
  code,
  message: problem,
  remedy,
  severity: 'loss',
})
