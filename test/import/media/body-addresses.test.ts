import { describe, expect, it } from 'vitest'
import { findBodyAddresses, replaceBodyAddresses } from '../../../src/import/media/body-addresses.ts'

describe('addresses of a body', () => {
  it.each([
    ['Un ![phare](a.jpg).', ['image a.jpg']],
    ['Un ![phare](<le phare.jpg> "Le soir").', ['image le phare.jpg']],
    ['[![petit](s.jpg)](grand.jpg)', ['image s.jpg', 'link grand.jpg']],
    ['[le plan](plan.pdf) et [suite](/a/)', ['link plan.pdf', 'link /a/']],
    ['![a \\] b](a.jpg)', ['image a.jpg']],
    ['`![code](a.jpg)`', []],
    ['```\n![code](a.jpg)\n```\n\n![b](b.jpg)', ['image b.jpg']],
    ['![vue](vue_(2).jpg "Le soir") et (rien)', ['image vue_(2).jpg']],
    ['Rien (a.jpg).', []],
  ])('of %j are found', (body, expected) => {
    expect(findBodyAddresses(body).map(({ kind, address }) => `${kind} ${address}`)).toEqual(expected)
  })

  it('are replaced, and nothing else', () => {
    const body = '[![petit](<s.jpg> "Le soir")](grand.jpg) `![c](s.jpg)` [x](y.pdf)'
    const next = replaceBodyAddresses(body, ({ address }) => (address === 'y.pdf' ? undefined : `/media/${address}`))
    expect(next).toBe('[![petit](/media/s.jpg "Le soir")](/media/grand.jpg) `![c](s.jpg)` [x](y.pdf)')
  })
})
