import { describe, expect, test } from 'vitest'
import {
  comparable,
  compare,
  comparisonText,
  refusalText,
  sinceBaseline,
} from '../../../src/packets/compare/index.ts'
import type { Packet, PacketRoute, Rung, Verdict } from '../../../src/model/index.ts'
import {
  certificate,
  failure,
  healthy,
  ladder,
  observation,
  packet,
  route,
  verdict,
} from '../../reports/packet-builder.ts'

function at(
  runnerName: string,
  parts: Partial<PacketRoute> = {},
  more: Partial<Packet> = {},
): Packet {
  const base = packet({ routes: [route(parts)], ...more })
  return { ...base, runtime: { ...base.runtime, runnerName } }
}

const good = at('build-1')

describe('two packets are comparable only when the request was the same', () => {
  test('they are when it was', () => {
    expect(comparable(good, at('pod-7'))).toEqual({ comparable: true })
  })

  test.each<readonly [string, Partial<PacketRoute>]>([
    ['The keys are not the same', { keyFingerprint: '000000000000' }],
    ['Only one was measured with a key', { keyFingerprint: '' }],
    ['The model differs: demo-model and none', { model: '' }],
    ['The endpoint differs: responses and embeddings', { endpoint: 'embeddings' }],
    ['The base URL differs', { baseUrl: 'https://eu.api.openai.com/v1' }],
    ['The client differs: node and python', { client: 'python' }],
    [
      'The SDK differs: openai and openai-python',
      { observations: [observation({ probe: 'answer', facts: { sdk: 'openai-python@3.22.1' } })] },
    ],
  ])('%s', (reason, parts) => {
    const able = comparable(good, at('pod-7', parts))
    expect(able).toEqual({ comparable: false, because: [expect.stringContaining(reason)] })
    expect(able.comparable ? [] : refusalText(able)).toHaveLength(2)
  })

  test('every reason is named', () => {
    const other = at('pod-7', { model: 'x', endpoint: 'embeddings', client: 'curl' })
    expect(comparable(good, other)).toMatchObject({ because: { length: 3 } })
  })

  test('a slash, the letters of the host and the version of the SDK make no difference', () => {
    const other = at('pod-7', {
      baseUrl: 'https://API.openai.com/v1/',
      observations: [observation({ probe: 'answer', facts: { sdk: 'openai@8.0.0' } })],
    })
    expect(comparable(good, other)).toEqual({ comparable: true })
  })

  test('routes are matched by name', () => {
    expect(comparable(good, at('pod-7', { name: 'azure' }))).toEqual({
      comparable: false,
      because: [expect.stringMatching(/"default".*"azure"/)],
    })
    const two = at('pod-7', {}, { routes: [route({ name: 'azure' }), route()] })
    expect(comparable(good, two)).toEqual({ comparable: true })
    expect(compare(good, two)).toMatchObject({
      unmatched: ['azure'],
      routes: [{ route: 'default' }],
    })
  })
})

const FAILURES: readonly (readonly [Rung, Parameters<typeof failure>[0], RegExp])[] = [
  [
    'config',
    { rung: 'config', code: 'config.key_missing', because: '', owner: 'auth' },
    /what pod-7 is given is the cause/,
  ],
  [
    'dns',
    { rung: 'dns', code: 'dns.name_not_resolved', because: '', owner: 'connection-path' },
    /the resolver that pod-7 uses is the cause/,
  ],
  [
    'tcp',
    { rung: 'tcp', code: 'tcp.timed_out', because: '', owner: 'connection-path' },
    /firewall between pod-7 and the host/,
  ],
  [
    'tls',
    { rung: 'tls', code: 'tls.cert.authority_invalid', because: '', owner: 'connection-path' },
    /the roots that pod-7 trusts are the cause/,
  ],
  [
    'http',
    {
      rung: 'http',
      code: 'http.intercepted',
      because: '',
      owner: 'connection-path',
      responder: 'interceptor',
    },
    /answered by interceptor. That answer was made on the path between pod-7/,
  ],
  [
    'auth',
    { rung: 'auth', code: 'api.ip_not_authorized', because: '', owner: 'auth' },
    /the key itself is good/,
  ],
  [
    'request',
    { rung: 'request', code: 'api.model_not_found', because: '', owner: 'request' },
    /end at different resources/,
  ],
  [
    'quota',
    { rung: 'quota', code: 'api.rate_limit_exceeded', because: '', owner: 'rate-limit' },
    /the time is a likelier cause/,
  ],
  [
    'answer',
    { rung: 'answer', code: 'api.server_error', because: '', owner: 'api-server' },
    /Measure both again/,
  ],
]

describe('the first rung at which the places differ is named, with what it proves', () => {
  test.each(FAILURES)('%s', (rung, parts, proof) => {
    const bad = at('pod-7', { verdict: failure(parts) })
    for (const pair of [compare(good, bad), compare(bad, good)]) {
      const [only] = pair.routes
      expect(only?.differsAt).toBe(rung)
      expect(only?.proves.join(' ')).toMatch(proof)
      expect(only?.proves.join(' ')).toContain(parts.code)
    }
  })

  test('what was proven at both places is said, and no more', () => {
    const bad = at('pod-7', { verdict: failure({ rung: 'tls', code: 'tls.reset', because: '' }) })
    expect(compare(good, bad).routes[0]?.proves.at(-1)).toBe(
      'Proven at both places: Config, DNS, TCP.',
    )
  })

  test('another issuer at the failing place means that somebody else answers there', () => {
    const chain = [certificate('api.openai.com', 'Corporate Inspection CA')]
    const bad = at('pod-7', {
      verdict: failure({ rung: 'tls', code: 'tls.cert.authority_invalid', because: '' }),
      observations: [
        observation({ probe: 'handshake', status: 'failed', facts: { of: 'target', chain } }),
      ],
    })
    expect(compare(good, bad).routes[0]?.proves.join(' ')).toMatch(
      /"WE1".*"Corporate Inspection CA": something between pod-7 and the host answers/,
    )
  })

  test.each<readonly [Parameters<typeof failure>[0], RegExp]>([
    [
      { rung: 'tls', code: 'tls.cert.date_invalid', because: '' },
      /the clock of pod-7 is the first suspect/,
    ],
    [
      { rung: 'tls', code: 'tls.protocol.error', because: '' },
      /how pod-7 takes part in the handshake/,
    ],
    [{ rung: 'http', code: 'http.closed', because: '' }, /lies between pod-7 and the API/],
    [
      {
        rung: 'http',
        code: 'api.unsupported_country_region_territory',
        because: '',
        responder: 'openai-edge',
      },
      /its egress address is what the service sees/,
    ],
    [
      {
        rung: 'auth',
        code: 'proxy.auth_required',
        because: '',
        responder: 'proxy',
        product: 'Squid',
      },
      /answered by proxy Squid, not by the API/,
    ],
  ])('no more is concluded than the evidence carries: %j', (parts, proof) => {
    const bad = at('pod-7', { verdict: failure(parts) })
    expect(compare(good, bad).routes[0]?.proves.join(' ')).toMatch(proof)
  })

  test('a proxy that only the failing place has is the difference', () => {
    const egress = {
      ...route().egress,
      proxy: {
        scheme: 'http',
        host: 'proxy',
        port: 3128,
        source: 'HTTPS_PROXY',
        hasCredentials: false,
      },
    } as const
    const bad = at('pod-7', {
      egress,
      verdict: failure({ rung: 'proxy', code: 'proxy.denied', because: '' }),
    })
    expect(compare(good, bad).routes[0]).toMatchObject({
      differsAt: 'proxy',
      proves: [
        expect.stringContaining('build-1 goes direct'),
        expect.stringContaining('http://proxy:3128'),
        expect.anything(),
      ],
    })
  })
})

describe('where nothing follows for the place, that is said', () => {
  const proves = (one: Verdict, other: Verdict) =>
    compare(at('a', { verdict: one }), at('b', { verdict: other })).routes[0]
  const refused = failure({
    rung: 'auth',
    code: 'api.invalid_api_key',
    because: '',
    responder: 'openai',
  })

  test('both fail alike', () => {
    expect(proves(refused, refused)).toMatchObject({
      difference: { kind: 'fail-alike', rung: 'auth' },
    })
    expect(proves(refused, refused)).not.toHaveProperty('differsAt')
  })

  test('both fail at the same rung, by the word of different responders', () => {
    const byProxy: Verdict = { ...refused, responder: 'proxy' }
    expect(proves(refused, byProxy)).toMatchObject({
      differsAt: 'auth',
      difference: { kind: 'fail-differently' },
    })
  })

  test('one was not measured that far', () => {
    const short = verdict({
      lastGood: 'http',
      ladder: ladder(
        'none',
        '',
        Object.fromEntries(
          ['auth', 'request', 'quota', 'answer'].map((rung) => [rung, { status: 'skipped' }]),
        ),
      ),
    })
    const told = proves(refused, short)
    expect(told).toMatchObject({ difference: { kind: 'not-measured', rung: 'auth', failing: 0 } })
    expect(told).not.toHaveProperty('differsAt')
    expect(told?.proves[0]).toContain('nothing follows for the place')
  })

  test('both pass', () => {
    expect(proves(verdict(), verdict())?.proves[0]).toContain('the verdict is pass at both places')
  })

  test('one has no verdict', () => {
    const open = verdict({ verdict: 'inconclusive', owner: 'unknown', branch: 'unknown' })
    expect(proves(verdict(), open)?.proves[0]).toContain('evidence is missing')
  })
})

describe('what changed since the earlier run', () => {
  const changes = (now: Packet) =>
    sinceBaseline(good, now).changes.map(({ what, before, now }) => [what, before, now])
  const seen = (other: Parameters<typeof observation>[0]) =>
    healthy().map((one) => (one.probe === other.probe ? observation(other) : one))

  test('nothing, when nothing did', () => {
    expect(sinceBaseline(good, at('build-2'))).toEqual({ startedAt: good.startedAt, changes: [] })
  })

  test('versions', () => {
    const tool = { ...good.tool, node: '24.22.0', openai: '7.58.0', undici: '8.13.0' }
    expect(changes({ ...good, tool })).toEqual([
      ['Node', '24.21.0', '24.22.0'],
      ['openai SDK', '7.57.0', '7.58.0'],
      ['undici', '8.12.4', '8.13.0'],
    ])
  })

  test('addresses, in any order', () => {
    const address = (last: number) =>
      ({ address: `192.0.2.${last}`, family: 4, scope: 'public' }) as const
    expect(
      changes(
        at('b', {
          observations: seen({ probe: 'lookup', facts: { addresses: [address(8), address(7)] } }),
        }),
      ),
    ).toEqual([])
    expect(
      changes(
        at('b', { observations: seen({ probe: 'lookup', facts: { addresses: [address(9)] } }) }),
      ),
    ).toEqual([['addresses', '192.0.2.7, 192.0.2.8', '192.0.2.9']])
  })

  test('issuer', () => {
    const observations = seen({
      probe: 'handshake',
      facts: { chain: [certificate('api.openai.com', 'Other CA')] },
    })
    expect(changes(at('b', { observations }))).toEqual([['TLS issuer', 'WE1', 'Other CA']])
  })

  test('proxy decision and verification', () => {
    const proxy = {
      scheme: 'http',
      host: 'p',
      port: 3128,
      source: 'https_proxy',
      hasCredentials: true,
    } as const
    expect(changes(at('b', { egress: { ...route().egress, proxy, verifies: false } }))).toEqual([
      ['proxy', 'direct', 'http://p:3128 (https_proxy)'],
      ['verification', 'on', 'off'],
    ])
  })

  test('headers of the responder', () => {
    const headers = { 'openai-processing-ms': '1', via: '1.1 squid' }
    expect(
      changes(at('b', { observations: seen({ probe: 'response', facts: { headers } }) })),
    ).toEqual([
      ['responder headers', 'cf-ray', ''],
      ['header via', '', '1.1 squid'],
    ])
  })

  test.each([
    [37, 137, false],
    [37, 138, true],
    [300, 590, false],
    [300, 601, true],
    [601, 300, true],
    [10, 60, false],
  ])('time, when it is clear: %i ms → %i ms', (before, now, isClear) => {
    const taking = (elapsedMs: number) =>
      at('b', { verdict: verdict({ ladder: ladder('none', '', { tls: { elapsedMs } }) }) })
    const { changes } = sinceBaseline(taking(before), taking(now))
    expect(changes.map(({ what }) => what)).toEqual(isClear ? ['time of TLS'] : [])
  })

  test('is not told where the two cannot be compared', () => {
    expect(sinceBaseline(good, at('b', { model: 'other' }))).toMatchObject({
      refused: expect.stringContaining('The model differs'),
      changes: [],
    })
  })

  test('what was not measured on one side is no change', () => {
    expect(changes(at('b', { observations: [] }))).toEqual([])
  })
})

describe('the telling', () => {
  const bad = at('evil\n::error::x', {
    verdict: failure({ rung: 'tcp', code: 'tcp.refused', because: '' }),
    egress: {
      ...route().egress,
      proxy: { scheme: 'http', host: '<b>|p', port: 1, source: 'a|b', hasCredentials: false },
    },
  })
  const comparison = compare(good, bad)

  test('of a terminal has one line for each thing said', () => {
    const lines = comparisonText(comparison)
    expect(lines).toContain('First difference: TCP')
    expect(lines.join('\n')).not.toMatch(/^\s*::/m)
    expect(lines.every((line) => !line.includes('\n'))).toBe(true)
  })
})
