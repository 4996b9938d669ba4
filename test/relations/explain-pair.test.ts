import { expect, test } from 'vitest'
import type { Post } from '../../src/posts/post.ts'
import { explainPair } from '../../src/relations/explain-pair.ts'
import { gatherFindings } from '../../src/relations/relation-findings.ts'
import { dated, owner } from './archive.ts'
import { bridge, bridgeReport, fishMarket, library, mistyped, observatory, orchard } from './articles.ts'

const closing = dated('2023-02-06', 'Le pont de Kervalen fermé', bridge)
const corrected = dated('2023-02-08', 'Le pont de Kervalen fermé, corrigé', mistyped(bridge))
const report = dated('2023-02-21', 'Kervalen : trois câbles à remplacer', bridgeReport)
const harvest = dated('2023-02-10', 'Mirabelles', orchard)
const monday = dated(
  '2023-03-06',
  'La criée de lundi',
  fishMarket('lundi 6 mars', '41', '17', 'sole', '21,30', 'Yann Kerdoncuff'),
)
const tuesday = dated(
  '2023-03-07',
  'La criée de mardi',
  fishMarket('mardi 7 mars', '38', '12', 'lotte', '14,80', 'Yann Kerdoncuff'),
)
const apart = dated('2023-02-09', 'Le pont, à part', bridge, {
  relations: owner({ notRelatedTo: [closing.slug, corrected.slug] }),
})
const archive = [
  closing,
  corrected,
  report,
  harvest,
  monday,
  tuesday,
  apart,
  dated('2023-02-11', 'Galbar', observatory),
  dated('2023-02-12', 'Villesort', library),
]
const findings = gatherFindings(archive)

test.each<readonly [string, Post, Post, RegExp]>([
  [
    'versions',
    closing,
    corrected,
    /are versions of one article; "le-pont-de-kervalen-ferme-corrige" is the canonical one/,
  ],
  [
    'versions, in the other order',
    corrected,
    closing,
    /are versions of one article; "le-pont-de-kervalen-ferme-corrige" is the canonical one/,
  ],
  [
    'a follow-up',
    closing,
    report,
    /"kervalen-[a-z-]+" follows up on "le-pont-de-kervalen-ferme-corrige": score 0\.\d\d; 0\.6 is needed/,
  ],
  ['the terms of a follow-up', closing, report, /Common terms: .*Kervalen/],
  [
    'no follow-up, with the score that was missed',
    closing,
    harvest,
    /is not linked as a follow-up to .*: (score 0\.\d\d; 0\.6 is needed|each title names)/,
  ],
  [
    'issues of a bulletin',
    monday,
    tuesday,
    /not versions of one article: \d+ names or numbers stand where the other post has different ones/,
  ],
  ['strangers', harvest, report, /they share too few passages to be compared word by word \(0 %/],
  ["the owner's word", apart, closing, /notRelatedTo keeps them apart/],
  [
    "the owner's word against a follow-up",
    apart,
    corrected,
    /is not linked as a follow-up to .*: notRelatedTo says so/,
  ],
])('explains %s', (_, a, b, words) => expect(explainPair(a, b, findings).join('\n')).toMatch(words))
