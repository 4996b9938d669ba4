import { expect, test } from 'vitest'
import { haveOtherNumbers, haveOtherYears, listYears } from '../../src/relations/titled-numbers.ts'

test.each([
  ['Version 3.1.5 parue', 'Version 3.3.1 parue', true],
  ['Version 2.7.0', 'Version 2.7.0-preview1', true],
  ['Cotisation pour 2024', 'Cotisation pour 2025', true],
  ['Course de 7 500 pas', 'Course de 7.500 pas', false],
  ['Le pont, 2e partie', 'Le pont, 2e partie (corrigé)', false],
  ['45 milliards pour le pont', 'Le pont vaut 45 milliards', false],
  ['Le pont', 'Le pont 2', false],
])('of %j and %j, other numbers: %s', (a, b, isOther) => {
  expect([haveOtherNumbers(a, b), haveOtherNumbers(b, a)]).toEqual([isOther, isOther])
})

test.each([
  ['Régate 2021', 'Régate 2022', true],
  ['Bilan 2021-2022', 'Régate 2022', false],
  ['Régate 2021', 'La régate', false],
  ['Version 1.2020.3', 'Régate 2022', false],
])('of %j and %j, other years: %s', (a, b, isOther) => {
  const [left, right] = [listYears(a), listYears(b)]
  expect([haveOtherYears(left, right), haveOtherYears(right, left)]).toEqual([isOther, isOther])
})
