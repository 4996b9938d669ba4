import type { VersionEvidence } from './version-evidence.ts'

/** Why two texts are, or are not, versions of one article. */
export type VersionVerdict =
  | 'version'
  | 'littleInCommon'
  | 'otherFacts'
  | 'otherNumbers'
  | 'otherLanguage'
  | 'onlyAPart'

/**
 * Largest share of facts that may stand against other facts. Corrected versions in the development sets stay below it,
 * other issues of a template begin just above; most are far beyond.
 */
export const mostSwappedFacts = 0.15

/** What a verdict rests on. */
export interface Comparison {
  /** Of the shingles of the whole texts. */
  readonly containment: number
  readonly evidence: VersionEvidence
  readonly titlesAgree: boolean
  /** See `haveOtherNumbers`. */
  readonly titlesDiffer: boolean
  readonly isTranslated: boolean
}

export function judge(
  { containment, evidence, titlesAgree, titlesDiffer, isTranslated }: Comparison,
  versionCoverage: number,
): VersionVerdict {
  if (commonShare(evidence) < versionCoverage) return 'littleInCommon'
  if (swappedFactShare(evidence) > mostSwappedFacts) return 'otherFacts'
  if (titlesDiffer && !isIdentical(evidence)) return 'otherNumbers'
  if (isTranslated && containment < sameLanguageContainment) return 'otherLanguage'
  return titlesAgree || isMainPart(evidence) ? 'version' : 'onlyAPart'
}

/** A text that is the same word for word is one article, whatever number its title got. */
const isIdentical = ({ coverageOfLonger, replaced }: VersionEvidence): boolean =>
  coverageOfLonger === 1 && replaced === 0

/** Posts of two languages that share so much are one text whose language was mistaken; a translation shares its tables and quotations. */
const sameLanguageContainment = 0.8

/**
 * Where most of the longer text is something else, the shorter may be what it quotes, sums up or collects. It is a
 * version only if most of it is there, and if the longer one begins with it, as an article does with its teaser.
 */
const isMainPart = ({ coverage, coverageOfLonger, leadOfLonger }: VersionEvidence): boolean =>
  coverageOfLonger >= 0.5 || (coverage >= 0.7 && leadOfLonger <= 0.2)

/** Share of the shorter text that is in the other, lowered by what stands in the place of the rest. 0–1. */
export const commonShare = ({ coverage, shared, replaced }: VersionEvidence): number =>
  shared === 0 ? 0 : (coverage * shared) / (shared + replaced)

/** Share of facts that stand against other facts. Two are taken to agree in any case, so that one correction in a short post is no verdict. */
export const swappedFactShare = ({ keptFacts, swappedFacts }: VersionEvidence): number =>
  swappedFacts / (keptFacts + swappedFacts + 2)
