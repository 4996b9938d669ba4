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
    [
      '![Le soir][s] [plan][]\n\n[S]: <le soir.jpg> "Le soir"\n[plan]: plan.pdf',
      ['image le soir.jpg', 'link plan.pdf'],
    ],
    ['![le  phare]\n\n[Le phare]: a.jpg', ['image a.jpg']],
    ['Une note[^1].\n\n[^1]: a.jpg\n\n[b]: b.jpg est là', []],
    ['```\n[a]: a.jpg\n```', []],
    ['\\![a](a.jpg) \\`![b](b.jpg)\\`', ['link a.jpg', 'image b.jpg']],
  ])('of %j are found', (body, expected) => {
    expect(findBodyAddresses(body).map(({ kind, address }) => `${kind} ${address}`)).toEqual(expected)
  })

  // Each bracket looked through all that follow: eight seconds for 40 kB.
  it.each(['\\!\\[', '\\[', '![', '![\\', '[a]: ', '`', '![a]('])('are found at once in 50,000 times %j', (part) => {
    const start = process.cpuUsage().user
    expect(findBodyAddresses(`![${part.repeat(50_000)}`)).toEqual([])
    expect(process.cpuUsage(undefined).user - start).toBeLessThan(2e6)
  })

  it('are replaced, and nothing else', () => {
    const body = '[![petit](<s.jpg> "Le soir")](grand.jpg) `![c](s.jpg)` [x](y.pdf)'
    const next = replaceBodyAddresses(body, ({ address }) => (address === 'y.pdf' ? undefined : `/media/${address}`))
    expect(next).toBe('[![petit](/media/s.jpg "Le soir")](/media/grand.jpg) `![c](s.jpg)` [x](y.pdf)')
    expect(replaceBodyAddresses('![a][b]\n\n[b]: <c d.jpg> "Le soir"\n', () => '/media/c.jpg')).toBe(
      '![a][b]\n\n[b]: /media/c.jpg "Le soir"\n',
    )
  })
})
