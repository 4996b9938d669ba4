import { describe, expect, it } from 'vitest'
import { findNumericOrder } from '../../src/import/numeric-order.ts'

describe('findNumericOrder', () => {
  it.each([
    ['a first part over 12', ['06/03/2024', '25/02/2024'], 'dayFirst'],
    ['a second part over 12', ['06/03/2024', 'on 03/25/2024 by Jane'], 'monthFirst'],
    ['falling dates with the month first', ['06/03/2024', '04/09/2024', '01/11/2024'], 'monthFirst'],
    ['falling dates with the day first', ['03/06/2024', '09/04/2024', '11/01/2024'], 'dayFirst'],
    ['dates that fall both ways', ['09/09/2024', '05/05/2024', '01/01/2024'], undefined],
    ['two dates only', ['06/03/2024', '04/09/2024'], undefined],
    ['parts over 12 on either side', ['25/02/2024', '02/25/2024'], undefined],
    ['no dates', ['A title', 'Some text.'], undefined],
  ] as const)('goes by %s', (_, lines, order) => {
    expect(findNumericOrder(lines)).toBe(order)
  })
})
