import { describe, expect, test } from 'vitest'
import { describeRuntime, timezoneName } from '../../src/settings/runtime.ts'

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

describe('the place of a run', () => {
  const of = (env: Readonly<Record<string, string>>, file = '') =>
    describeRuntime(env, (path) => path === file)

  test.each([
    [{}, 'none'],
    [{ GITHUB_ACTIONS: 'true' }, 'self-hosted'],
    [{ GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted' }, 'github-hosted'],
    [{ GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'self-hosted' }, 'self-hosted'],
  ])('%o is a runner: %s', (env, kind) => {
    expect(of(env).runnerKind).toBe(kind)
  })

  test('has a region, a name and a container where something says so', () => {
    expect(of({})).toMatchObject({ region: '', runnerName: '', container: false, source: 'live' })
    expect(of({ AWS_REGION: '', FLY_REGION: 'fra' }).region).toBe('fra')
    expect(of({ RUNNER_NAME: 'one' }).runnerName).toBe('one')
    expect(of({}, '/.dockerenv').container).toBe(true)
    expect(of({}, '/run/.containerenv').container).toBe(true)
    expect(of({ KUBERNETES_SERVICE_HOST: '10.0.0.1' }).container).toBe(true)
  })
})
