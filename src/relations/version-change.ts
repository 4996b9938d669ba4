import type { ComparableText } from './comparable-text.ts'
import type { VersionChange } from './relation-graph.ts'
import { compareTexts } from './version-evidence.ts'

export interface Version {
  readonly title: string
  readonly text: ComparableText
}

export interface ComparedVersions {
  readonly change: VersionChange
  /** Share of all words of both that are common. 0–1. */
  readonly similarity: number
  /** Share of the shorter text that is in the longer. 0–1. */
  readonly containment: number
}

/** Part of a text that may be new or gone without it being called expanded or shortened. */
const smallShare = 0.1

/** Share of the shorter text that must be in the other; below it, more was rewritten than added or dropped. */
const leastContained = 0.75

/** How a copy differs from the canonical version, as a reader of both would say. */
export function compareVersions(copy: Version, canonical: Version): ComparedVersions {
  const { shared, coverage } = compareTexts(copy.text, canonical.text)
  const [words, canonicalWords] = [copy.text.words, canonical.text.words]
  const [length, canonicalLength] = [words.length, canonicalWords.length]
  const hasSameWords = length === canonicalLength && words.every((word, at) => word === canonicalWords[at])
  if (hasSameWords) {
    return {
      change: copy.title.trim() === canonical.title.trim() ? 'identical' : 'retitled',
      similarity: 1,
      containment: 1,
    }
  }
  return {
    change: nameChange(),
    similarity: round(shared / (length + canonicalLength - shared)),
    containment: round(coverage),
  }

  function nameChange(): VersionChange {
    if (coverage < leastContained) return 'revised'
    if (length > canonicalLength * (1 + smallShare)) return 'expanded'
    return length < canonicalLength * (1 - smallShare) ? 'shortened' : 'revised'
  }
}

const round = (share: number): number => Math.round(share * 1000) / 1000
