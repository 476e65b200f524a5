import { expect, test } from 'vitest'
import type { Code, Owner, PacketRoute, Rung } from '../../src/model/index.ts'
import { letterTo } from '../../src/reports/letters.ts'
import { GOLDEN } from './golden-packets.ts'
import { failure, packet, route, verdict } from './packet-builder.ts'

const OWNERS: readonly (readonly [Owner, Rung, Code])[] = [
  ['connection-path', 'dns', 'dns.name_not_resolved'],
  ['connection-path', 'tcp', 'tcp.refused'],
  ['connection-path', 'tls', 'tls.cert.authority_invalid'],
  ['connection-path', 'http', 'http.intercepted'],
  ['connection-path', 'auth', 'api.unsupported_country_region_territory'],
  ['route-provider', 'http', 'azure.internal_error'],
  ['api-server', 'http', 'api.server_error'],
  ['quota', 'quota', 'api.insufficient_quota'],
  ['rate-limit', 'quota', 'api.rate_limit_exceeded'],
  ['auth', 'auth', 'api.invalid_api_key'],
  ['request', 'request', 'api.model_not_found'],
  ['client-app', 'config', 'client.key_in_bundle'],
  ['unknown', 'http', 'http.timed_out'],
]

const READERS = ['Network team', 'Vendor support', 'Application owner'] as const
const FIRST = ['connection-path', 'dns', 'dns.name_not_resolved'] as const

function failed(
  [owner, rung, code]: (typeof OWNERS)[number],
  parts: { readonly doNext?: readonly string[] } = {},
) {
  const orders = { doNext: ['Set NODE_EXTRA_CA_CERTS in the job.', 'Re-run the job.'] }
  return route({ verdict: failure({ owner, rung, code, because: 'x', ...orders, ...parts }) })
}

/** Orders that only whoever owns the job can carry out. */
const OF_THE_JOB = /NODE_EXTRA_CA_CERTS|the job again|\bsecret\b|^Set |rotate/i

test.each(OWNERS)(
  'the letters about %s at %s ask of each reader what that reader can do',
  (...finding) => {
    const seen = failed(finding)
    const [network, vendor, owner] = READERS.map((reader) => letterTo(reader, seen))
    expect(network?.asked.length).toBe(finding[0] === 'connection-path' ? 1 : 0)
    expect(vendor?.asked.length).toBe(/^(?:api-server|route-provider)$/.test(finding[0]) ? 2 : 0)
    for (const order of [...(network?.asked ?? []), ...(vendor?.asked ?? [])])
      expect(order).not.toMatch(OF_THE_JOB)
    expect(owner?.asked).toEqual(expect.arrayContaining(['Re-run the job.']))
  },
)

test('the owner of the application always gets something to do', () => {
  const routes: readonly PacketRoute[] = [
    ...Object.values(GOLDEN).flatMap(({ packet }) => packet.routes),
    ...OWNERS.map((finding) => failed(finding, { doNext: [] })),
  ]
  for (const seen of routes) expect(letterTo('Application owner', seen).asked).not.toEqual([])
})

test.each<[Code, RegExp]>([
  ['tls.cert.date_invalid', /outside its dates .* renew it there/],
  ['tls.cert.name_invalid', /certificate for other names/],
  ['tls.reset', /cuts or swallows the TLS handshake/],
  ['tls.version_or_cipher_mismatch', /TLS 1\.2 and 1\.3/],
  ['tls.cert.authority_invalid', /Exempt .* or send us the root certificate/],
])('the network team is asked about %s for what helps there', (code, order) => {
  const [asked] = letterTo('Network team', failed(['connection-path', 'tls', code])).asked
  expect(asked).toMatch(order)
})

test.each(['egress/proxy-ignored', 'tcp/nothing-listens-here', 'tls/clock-wrong'])(
  'of %s the network team is asked nothing, and the owner of the job everything',
  (rule) => {
    const one = failed(['connection-path', 'tcp', 'tcp.refused'], {
      doNext: ['Allow it here.', 'Set NODE_USE_ENV_PROXY: 1.'],
    })
    const seen = { ...one, verdict: { ...one.verdict, rule } }
    expect(letterTo('Network team', seen).asked).toEqual([])
    expect(letterTo('Application owner', seen).asked).toEqual(one.verdict.doNext)
  },
)

test('a gateway that does not run on this machine is for the owner of the job, not for its vendor', () => {
  const one = failed(['route-provider', 'tcp', 'tcp.refused'], { doNext: ['Start the service.'] })
  const seen = { ...one, verdict: { ...one.verdict, rule: 'tcp/nothing-listens-here' } }
  expect(letterTo('Vendor support', seen).asked).toEqual([])
  expect(letterTo('Application owner', seen).asked).toEqual(['Start the service.'])
})

test('an order of others is left to their letter, and what follows it stands alone', () => {
  const seen = failed(FIRST, {
    doNext: ['Find the firewall that holds it back.', 'Or move the job to another runner.'],
  })
  expect(letterTo('Application owner', seen).asked).toEqual([
    'Send the part "Network team" to those who act on it.',
    'Move the job to another runner.',
  ])
})

test('what will end is asked of those who can renew it, also after a pass', () => {
  const also = [
    {
      rule: 'ahead/certificate',
      owner: 'route-provider' as const,
      code: 'tls.cert.expires_soon' as const,
      summary: 'The certificate of llm.example.com expires on 2026-12-06, in 8 days.',
      doNext: ['Ask whoever runs llm.example.com to renew it before 2026-12-06.'],
      cites: [],
    },
  ]
  const seen = route({ verdict: { ...verdict(), also } })
  expect(letterTo('Vendor support', seen).asked).toEqual([
    'The certificate of llm.example.com expires on 2026-12-06, in 8 days. Renew it before 2026-12-06.',
  ])
  expect(letterTo('Network team', seen).asked).toEqual([])
  expect(letterTo('Application owner', seen).asked[0]).toBe(
    'Send the part "Vendor support" to those who act on it.',
  )
})

test('what a path check met beside a pass is asked of those who run the hop', () => {
  const also = [
    {
      rule: 'path-check/body-too-large',
      owner: 'connection-path' as const,
      code: 'http.body_too_large' as const,
      summary: 'A POST of 200 KB is answered with 413.',
      doNext: ['Raise the limit on request bodies in squid.'],
      cites: [],
    },
  ]
  const seen = route({ verdict: { ...verdict(), also } })
  expect(letterTo('Network team', seen).asked).toEqual([
    'A POST of 200 KB is answered with 413. Raise the limit on request bodies in squid.',
  ])
  expect(letterTo('Vendor support', seen).asked).toEqual([])
  expect(letterTo('Application owner', seen).asked[0]).toBe(
    'Send the part "Network team" to those who act on it.',
  )
})

test('prompts are left alone where nothing depends on them', () => {
  const not = (index: number) =>
    letterTo('Application owner', failed(OWNERS.at(index) ?? FIRST)).not
  expect(not(1).join('\n')).toContain('Do not rewrite prompts')
  // A model that does not exist is no matter of the text; a parameter that is refused may be.
  expect(not(10).join('\n')).toContain('Do not rewrite prompts')
  const refused = failed(['request', 'request', 'api.unsupported_parameter'])
  expect(letterTo('Application owner', refused).not.join('\n')).not.toContain('prompts')
})

test('each letter ends with one command, and the network team needs no key for it', () => {
  const gateway = {
    ...failed(OWNERS.at(1) ?? FIRST),
    kind: 'gateway' as const,
    baseUrl: 'https://llm.corp.example/v1',
  }
  expect(letterTo('Network team', gateway).command).toBe(
    'npx openai-preflight --base-url https://llm.corp.example/v1 --route gateway --client node --depth route',
  )
  expect(
    letterTo('Application owner', { ...gateway, baseUrl: 'https://x/$(id)' }).command,
  ).toContain('--base-url "$OPENAI_BASE_URL"')
})

test('an order to whoever runs the network stands in their letter alone', () => {
  const doNext = ['Set NODE_EXTRA_CA_CERTS in the job.', 'Or exempt the host from TLS inspection.']
  const { asked } = letterTo('Application owner', failed(OWNERS.at(2) ?? FIRST, { doNext }))
  expect(asked).toEqual([
    'Send the part "Network team" to those who act on it.',
    'Set NODE_EXTRA_CA_CERTS in the job.',
  ])
})

test.each(OWNERS)(
  'about %s at %s inside a target the letters speak of the target',
  (...finding) => {
    const runtime = { ...packet().runtime, source: 'inside:node' as const }
    for (const reader of READERS) {
      const { you, asked } = letterTo(reader, failed(finding), runtime)
      expect([you, ...asked].join(' ')).not.toMatch(/\bthis (?:machine|runner)\b|\bthe runner\b/i)
    }
  },
)
