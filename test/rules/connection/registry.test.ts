import { describe, expect, test } from 'vitest'
import { CONNECTION_RULES, LAST_RULES } from '../../../src/rules/connection/index.ts'
import { CONNECTION_NOTES } from '../../../src/rules/connection/notes.ts'
import { each } from '../../../src/rules/law.ts'
import { evidence, failed, ok } from '../evidence-builder.ts'
import { findings } from './decide.ts'
import { attempt, connects, REAL, resolves, shakes, unconnected } from './scenes.ts'
import { address } from '../evidence-builder.ts'

const ALL = [...CONNECTION_RULES, ...LAST_RULES]

describe('the list', () => {
  test('has every id once', () => {
    const ids = [...ALL, ...CONNECTION_NOTES].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each([
    'dns.unheard_of',
    'tcp.unheard_of',
    'proxy.unheard_of',
    'tls.unheard_of',
    'http.unheard_of',
    'own.unheard_of',
  ] as const)('has a finding for %s', (code) => {
    const found = findings(evidence([failed('connect', code)]))
    expect(found.map((finding) => finding.code)).toEqual([code])
  })

  test('never tells to rotate the key, to pay or to change the model before an answer came', () => {
    const [finding] = findings(evidence([resolves(), unconnected('tcp.refused', 'ECONNREFUSED')]))
    expect(finding?.doNot.join('\n')).toMatch(
      /rotate the API key[^]*billing plan[^]*change the model/,
    )
  })
})

describe('notes', () => {
  const notes = (...given: Parameters<typeof evidence>) =>
    findings(evidence(...given), each(CONNECTION_NOTES)).map(({ rule }) => rule)

  test('a healthy run has none', () => {
    expect(notes([resolves(), connects(), shakes()])).toEqual([])
  })

  test('DNS17/20/26: a lookup of three seconds is slow', () => {
    expect(notes([{ ...resolves(), elapsedMs: 3000 }])).toEqual(['dns/slow'])
    expect(notes([{ ...resolves(), elapsedMs: 1000 }])).toEqual(['dns/slow'])
    expect(notes([{ ...resolves(), elapsedMs: 999 }])).toEqual([])
  })

  test('TCP17: IPv6 that does not answer while IPv4 does', () => {
    const seen = ok('connect', {
      host: 'api.openai.com',
      port: 443,
      attempts: [
        attempt(address('2606:4700::1'), { status: 'abandoned', elapsedMs: 250 }),
        attempt(REAL, { status: 'ok' }),
      ],
      address: REAL.address,
      family: 4,
      of: 'target',
    })
    expect(notes([seen])).toEqual(['tcp/broken-ipv6'])
  })

  test('a dead first address, where the client may be the one that tries no other, and only there', () => {
    const seen = ok('connect', {
      host: 'api.openai.com',
      port: 443,
      attempts: [
        attempt(address('104.18.6.1'), { code: 'tcp.refused', errno: 'ECONNREFUSED' }),
        attempt(REAL, { status: 'ok' }),
      ],
      address: REAL.address,
      family: 4,
      of: 'target',
    })
    const firstAddressOnly = { applies: 'not known', because: 'which client' } as const
    expect(notes([seen])).toEqual([])
    expect(notes([seen], { egress: { firstAddressOnly } })).toEqual(['tcp/later-address'])
  })

  test('a way that depends on a release which is not known, and only that', () => {
    const assumes = ['since curl 8.9 it takes NO_PROXY apart at commas only']
    expect(notes([connects()], { egress: { assumes } })).toEqual(['egress/release-unknown'])
  })

  test('CRT13: verification that is switched off', () => {
    expect(notes([shakes()], { egress: { verifies: false } })).toEqual(['egress/verification-off'])
  })

  test('a form that Python 3.13 would refuse, where the Python is not known, and only there', () => {
    const strict = { errno: 'CA_BCONS_NOT_CRITICAL', subject: 'CN=Corp' }
    const seen = ok('handshake', {
      servername: 'api.openai.com',
      of: 'target',
      chain: [],
      verified: true,
      strict,
    })
    const unknown = { applies: 'not known', because: 'which Python runs the application' } as const
    expect(notes([seen], { egress: { strict: unknown } })).toEqual(['tls/strict-unknown'])
    expect(notes([shakes()], { egress: { strict: unknown } })).toEqual([])
    expect(notes([seen])).toEqual([])
  })

  test('plain HTTP through a proxy: the proxy reads the key', () => {
    const proxy = {
      scheme: 'http',
      host: 'proxy.corp',
      port: 3128,
      source: 'http_proxy',
      hasCredentials: false,
    } as const
    const clear = { baseUrl: 'http://llm.internal/v1' }
    expect(notes([connects()], { route: clear, egress: { proxy } })).toEqual([
      'egress/clear-text-proxy',
    ])
    expect(notes([connects()], { route: clear })).toEqual([])
    expect(notes([connects()], { egress: { proxy } })).toEqual([])
  })

  test('PRX26/27: variables that do not act', () => {
    const ignored = [
      { variable: 'ALL_PROXY', because: 'Node never reads it.', fix: 'Set HTTPS_PROXY.' },
    ]
    expect(notes([connects()], { egress: { ignored } })).toEqual(['egress/variable-ignored'])
  })

  test('ST02: an open incident is told, ST01 and ST03: a status page that cannot be read is not', () => {
    const page = { host: 'status.openai.com', components: [] }
    expect(notes([ok('status-page', { ...page, indicator: 'major' })])).toEqual([
      'status/incident-open',
    ])
    expect(notes([ok('status-page', { ...page, indicator: 'none' })])).toEqual([])
    expect(notes([failed('status-page', 'http.timed_out', { indicator: '503' })])).toEqual([])
  })
})
