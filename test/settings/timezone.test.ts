import { describe, expect, test } from 'vitest'
import { timezoneName } from '../../src/settings/runtime.ts'

const icu = Intl.DateTimeFormat().resolvedOptions().timeZone

describe('the time zone of the machine', () => {
  test.each([
    ['/usr/share/zoneinfo/Europe/Berlin', 'Europe/Berlin'],
    ['../usr/share/zoneinfo/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['/var/db/timezone/zoneinfo/Asia/Tokyo', 'Asia/Tokyo'],
    ['/usr/share/zoneinfo/Etc/GMT+5', 'Etc/GMT+5'],
    ['/usr/share/zoneinfo/Etc/UTC', 'UTC'],
  ])('is read from the link %s', (link, name) => {
    expect(timezoneName({}, () => link)).toBe(name)
  })

  test.each(['/etc/adjtime', '/usr/share/zoneinfo/', '/srv/zoneinfo/a b\nc'])(
    'is asked of ICU where the link is %j',
    (link) => {
      expect(timezoneName({}, () => link)).toBe(icu)
    },
  )

  test('is asked of ICU where there is no link, or TZ says something else', () => {
    const missing = (): string => {
      throw new Error('ENOENT')
    }
    expect(timezoneName({}, missing)).toBe(icu)
    expect(timezoneName({ TZ: 'Asia/Tokyo' }, () => '/usr/share/zoneinfo/Europe/Berlin')).toBe(icu)
  })
})
