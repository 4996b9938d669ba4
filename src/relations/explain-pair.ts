import type { Post } from '../posts/post.ts'
import { toComparableText } from './comparable-text.ts'
import { leadsBack } from './declared-order.ts'
import { type FollowUpVeto, findVeto, hasManyClues, scorePair, withTerms } from './follow-ups.ts'
import { Groups } from './groups.ts'
import type { OwnerPairs } from './owner-relations.ts'
import { scoreWithoutQuotations } from './quotations.ts'
import type { RelationFindings } from './relation-findings.ts'
import { leastSimilarity } from './similar-posts.ts'
import { compareVersions } from './version-change.ts'
import { compareTexts } from './version-evidence.ts'
import type { ComparedPair } from './version-pairs.ts'
import { commonShare, mostSwappedFacts, swappedFactShare, type VersionVerdict } from './version-verdict.ts'

/**
 * Tells in English sentences why two posts are linked, or why not and how far they are from it.
 *
 * @param findings - Of an archive that has both posts, see `gatherFindings`.
 */
export function explainPair(a: Post, b: Post, findings: RelationFindings): readonly string[] {
  const placeOf = ({ id }: Post) => findings.posts.findIndex(({ post }) => post.id === id)
  const [first, second] = [placeOf(a), placeOf(b)]
  const [older, newer] = first < second ? [first, second] : [second, first]
  const versions = explainVersions(findings, older, newer)
  const { articleOf } = findings.index
  if (articleOf[older] === articleOf[newer]) return versions
  return [...versions, ...explainFollowUp(findings, articleOf[older]!, articleOf[newer]!)]
}

function explainVersions(
  { groups, posts, pairs, owner, settings }: RelationFindings,
  older: number,
  newer: number,
): readonly string[] {
  const [a, b] = [posts[older]!.post, posts[newer]!.post]
  const group = groups.find(({ canonical, copies }) =>
    [older, newer].every((place) => place === canonical || copies.includes(place)),
  )
  if (group !== undefined) {
    const isDeclared = owner.duplicates.some(
      ({ copy, canonical }) => [older, newer].includes(copy) && [older, newer].includes(canonical),
    )
    const versionAt = (place: number) => ({ title: posts[place]!.post.title, text: pairs.textOf(place) })
    const { change, similarity, containment } = compareVersions(versionAt(older), versionAt(newer))
    return [
      `"${a.slug}" and "${b.slug}" are versions of one article${isDeclared ? ', because duplicateOf says so' : ''}; "${posts[group.canonical]!.post.slug}" is the canonical one.`,
      `${percent(containment)} of the shorter text is in the other, ${percent(similarity)} of all words are common; the older one against the newer: ${change}.`,
      `If they are not: write "notRelatedTo: [${a.slug}]" into "${b.slug}".`,
    ]
  }
  const pair = pairs.between(older, newer)
  return [
    `"${a.slug}" and "${b.slug}" are not versions of one article: ${pair === undefined ? explainNoPair(a, b, settings.versionCoverage) : explainVerdict(pair, settings.versionCoverage, findOwnersLine(owner, new Groups(posts.length), older, newer))}`,
  ]
}

function explainNoPair(a: Post, b: Post, versionCoverage: number): string {
  const { coverage } = compareTexts(toComparableText(a.body), toComparableText(b.body))
  return `they share too few passages to be compared word by word (${percent(coverage)} of the shorter text; ${percent(versionCoverage)} are needed for versions: versionCoverage).`
}

/** The key of front matter that says of two posts that they are not one article. */
function findOwnersLine(
  { unrelated, followUps }: OwnerPairs,
  articles: Groups,
  older: number,
  newer: number,
): string | undefined {
  const isPair = (a: number, b: number) => Math.min(a, b) === older && Math.max(a, b) === newer
  if (unrelated.some(([a, b]) => isPair(a, b))) return 'notRelatedTo'
  const isStory = leadsBack(articles, followUps, older, newer) || leadsBack(articles, followUps, newer, older)
  return isStory ? 'followUpTo' : undefined
}

function explainVerdict(
  { verdict, evidence }: ComparedPair,
  versionCoverage: number,
  ownersLine: string | undefined,
): string {
  const reasons: Readonly<Record<VersionVerdict, string>> = {
    littleInCommon: `${percent(commonShare(evidence))} of the shorter text is in common, boilerplate aside; ${percent(versionCoverage)} are needed (versionCoverage).`,
    otherFacts: `${evidence.swappedFacts} names or numbers stand where the other post has different ones (${percent(swappedFactShare(evidence))}; at most ${percent(mostSwappedFacts)} in a version), as in two issues of a template.`,
    otherNumbers: 'their titles have other numbers, as issues of a series have.',
    otherLanguage: 'they are in two languages.',
    onlyAPart: `most of the longer text is something else (${percent(evidence.coverageOfLonger)} is common), it does not begin with the shorter one, and the titles differ: a quotation, a recap or a digest.`,
    version: `their texts would do, but ${ownersLine === undefined ? 'one of them collects several articles, or goes better with another one' : `${ownersLine} keeps them apart`}.`,
  }
  return reasons[verdict]
}

function explainFollowUp(
  { index, followUps, followUpInput, settings }: RelationFindings,
  x: number,
  y: number,
): readonly string[] {
  const [earlier, later] = x < y ? [x, y] : [y, x]
  const [before, after] = [index.articles[earlier]!.post, index.articles[later]!.post]
  const link = followUps.find((followUp) => followUp.earlier === earlier && followUp.later === later)
  const scored = withTerms(index, scorePair(index, earlier, later))
  const { cosine, foreground, titleShares } = scored.shared
  const evidence = [
    ...(index.refersTo(later, earlier) ? [`"${after.slug}" links to "${before.slug}" at its start.`] : []),
    `Common terms: ${scored.terms.join(', ') || 'none that tell'}.`,
    `Likeness of all terms ${cosine.toFixed(2)}; weight of those in title or opening of both ${foreground.toFixed(1)}; ${percent(titleShares[0])} and ${percent(titleShares[1])} of the titles are in the other; ${scored.days === undefined ? 'days between unknown' : `${scored.days} ${scored.days === 1 ? 'day' : 'days'} between`}.`,
    cosine >= leastSimilarity
      ? 'Alike enough to be listed as similar, if no nearer ones take the places.'
      : `Too little alike to be listed as similar: ${cosine.toFixed(2)}; ${leastSimilarity} is needed.`,
  ]
  if (link !== undefined)
    return [
      `"${after.slug}" follows up on "${before.slug}": score ${link.score.toFixed(2)}; ${settings.followUpScore} is needed (followUpScore).`,
      ...evidence,
    ]
  const veto = findVeto(followUpInput, earlier, later)
  const reason =
    veto === undefined
      ? explainScore()
      : `${vetoReasons[veto]} But for that, the score is ${scored.score.toFixed(2)}; ${settings.followUpScore} is needed (followUpScore).`
  return [`"${after.slug}" is not linked as a follow-up to "${before.slug}": ${reason}`, ...evidence]

  function explainScore(): string {
    const score = Math.min(scored.score, scoreWithoutQuotations(index, scored))
    if (score < settings.followUpScore) {
      const isQuoting = score < scored.score ? ', once the passages that it quotes are left out' : ''
      return `score ${score.toFixed(2)}${isQuoting}; ${settings.followUpScore} is needed (followUpScore).`
    }
    if (!hasManyClues(scored))
      return `score ${score.toFixed(2)} would do, but too few names and words are common to be a story.`
    return `score ${score.toFixed(2)} would do, but it has nearer predecessors, or one that followUpTo names.`
  }
}

const vetoReasons: Readonly<Record<FollowUpVeto, string>> = {
  unrelated: 'notRelatedTo says so.',
  otherLanguage: 'they are in two languages.',
  column: 'the title of one of them belongs to a series, or both to one: such titles are shared by habit.',
  otherYears: 'their titles name other years, as editions of what comes back every year do.',
  lookAlike: 'most of one text is in the other, as in issues of a template, and that tells no story.',
  otherSubjects: 'each title names somebody or something of which the other says no word.',
}

const percent = (share: number): string => `${Math.round(share * 100)} %`
