import { describe, expect, it } from 'vitest'
import { findFeedMoment } from '../../../src/import/feed/feed-moment.ts'

describe('findFeedMoment', () => {
  it.each([
    ['Tue, 10 Jun 2003 23:30:00 GMT', '2003-06-11', '2003-06-10T23:30:00Z'],
    ['Tue, 10 Jun 2003 23:30:00 +0000', '2003-06-11', '2003-06-10T23:30:00Z'],
    ['10 June 03 12:30 EST', '2003-06-10', '2003-06-10T17:30:00Z'],
    ['Wed, 02 Oct 2002 08:00:00 EDT', '2002-10-02', '2002-10-02T12:00:00Z'],
    ['Sat, 7 Sep 2002 9:42:31 +02:00', '2002-09-07', '2002-09-07T07:42:31Z'],
    ['2003-06-10T23:30:00Z', '2003-06-11', '2003-06-10T23:30:00Z'],
    ['2003-06-10T23:30:00.001+02:00', '2003-06-10', '2003-06-10T21:30:00Z'],
    ['2003-06-10', '2003-06-10', undefined],
    ['10 Jun 2003', '2003-06-10', undefined],
  ])('reads %s as it was in Paris', (words, day, instant) => {
    expect(findFeedMoment(words, 'Europe/Paris')?.stated).toEqual(
      instant === undefined ? { day, words } : { day, instant, words },
    )
  })

  it('keeps the day of a blog in another zone, and sorts by the instant', () => {
    expect(findFeedMoment('Fri, 31 Dec 2010 22:00:00 -0500', 'Europe/Paris')).toEqual({
      stated: { day: '2010-12-31', instant: '2011-01-01T03:00:00Z', words: 'Fri, 31 Dec 2010 22:00:00 -0500' },
      utc: '2011-01-01T03:00:00Z',
    })
  })

  it.each([undefined, '', 'hier', 'Wed, 30 Nov -0001 00:00:00 +0000', '31 Feb 2003', '10 Foo 2003'])(
    'finds none in %s',
    (text) => {
      expect(findFeedMoment(text, 'Europe/Paris')).toBeUndefined()
    },
  )
})
