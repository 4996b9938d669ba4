import { type Problem, TagArchiveError } from '../errors.ts'
import { messagesOf } from '../i18n/messages-of.ts'
import { findAlikeTags, toAlikeProblems } from '../pages/alike-tags.ts'
import { createTagIndex } from '../pages/tag-index.ts'
import { checkPosts } from '../posts/check-posts.ts'
import type { Post } from '../posts/post.ts'
import type { PostFolder } from '../posts/post-file.ts'
import { withoutRelationsTo } from '../posts/relations-to.ts'
import { orderByTime } from '../relations/chronology.ts'
import { readOwnerRelations } from '../relations/owner-relations.ts'

/** All that is wrong with a folder of posts, and all that would stop a build of it. */
export function checkFolder({ files, problems }: PostFolder): readonly Problem[] {
  const posts = files.map(({ post }) => post)
  return [...problems, ...checkPosts(files), ...checkOwnerRelations(posts), ...findTagFaults(posts)]
}

/** Circles and contradictions; relations to posts that are not there are told one by one, with the files. */
function checkOwnerRelations(posts: readonly Post[]): readonly Problem[] {
  const slugs = new Set<string>(posts.map(({ slug }) => slug))
  const named = posts.flatMap(({ slug, relations: { duplicateOf, followUpTo, notRelatedTo } }) =>
    [duplicateOf, followUpTo, ...notRelatedTo].filter((other) => other === slug || !slugs.has(other ?? slug)),
  )
  const unknown = new Set(named.filter((slug) => slug !== undefined))
  return toProblems(() => readOwnerRelations(orderByTime(withoutRelationsTo(posts, unknown))))
}

/** Tags that clash or look alike. The site's own names of tags are not known here, so a clash is only a doubt. */
export function findTagFaults(posts: readonly Post[]): readonly Problem[] {
  const { compareNames, language } = messagesOf('fr')
  const published = posts.filter(({ isDraft }) => !isDraft)
  let alike: readonly Problem[] = []
  const clashes = toProblems(() => {
    const { tags } = createTagIndex(published, {
      tagNames: { aliases: {}, names: {}, slugs: {} },
      compareNames,
      language,
    })
    alike = toAlikeProblems(findAlikeTags(tags))
  })
  return [...clashes.map((clash): Problem => ({ ...clash, severity: 'doubt' })), ...alike]
}

/** What a build would stop at. */
function toProblems(work: () => unknown): readonly Problem[] {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof TagArchiveError)) throw error
    return [{ code: error.code, message: error.problem, remedy: error.remedy, severity: 'loss' }]
  }
}
