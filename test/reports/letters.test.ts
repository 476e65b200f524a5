import { expect, test } from 'vitest'
import type { Code, Owner, PacketRoute, Rung } from '../../src/model/index.ts'
import { letterTo } from '../../src/reports/letters.ts'
import { GOLDEN } from './golden-packets.ts'
import { failure, route } from './packet-builder.ts'

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

const FIRST = ['connection-path', 'dns', 'dns.name_not_resolved'] as const

function failed(
  [owner, rung, code]: (typeof OWNERS)[number],
  parts: { readonly doNext?: readonly string[] } = {},
) {
  const orders = { doNext: ['Set NODE_EXTRA_CA_CERTS in the job.', 'Start the job again.'] }
  return route({ verdict: failure({ owner, rung, code, because: 'x', ...orders, ...parts }) })
}

/** Orders that only whoever owns the job can carry out. */
const OF_THE_JOB = /NODE_EXTRA_CA_CERTS|the job again|\bsecret\b|^Set |rotate/i

test.each(OWNERS)(
  'the letters about %s at %s ask of each reader what that reader can do',
  (...finding) => {
    const seen = failed(finding)
    const [network, vendor, owner] = (
      ['Network team', 'Vendor support', 'Application owner'] as const
    ).map((reader) => letterTo(reader, seen))
    expect(network?.asked.length).toBe(finding[0] === 'connection-path' ? 1 : 0)
    expect(vendor?.asked.length).toBe(/^(?:api-server|route-provider)$/.test(finding[0]) ? 2 : 0)
    for (const order of [...(network?.asked ?? []), ...(vendor?.asked ?? [])])
      expect(order).not.toMatch(OF_THE_JOB)
    expect(owner?.asked).toEqual(expect.arrayContaining(['Start the job again.']))
  },
)

test('the owner of the application always gets something to do', () => {
  const routes: readonly PacketRoute[] = [
    ...Object.values(GOLDEN).flatMap(({ packet }) => packet.routes),
    ...OWNERS.map((finding) => failed(finding, { doNext: [] })),
  ]
  for (const seen of routes) expect(letterTo('Application owner', seen).asked).not.toEqual([])
})

test('prompts are left alone where nothing depends on them', () => {
  const not = (index: number) =>
    letterTo('Application owner', failed(OWNERS.at(index) ?? FIRST)).not
  expect(not(1).join('\n')).toContain('Do not rewrite prompts')
  expect(not(10).join('\n')).not.toContain('prompts')
})

test('each letter ends with one command, and the network team needs no key for it', () => {
  const gateway = {
    ...failed(OWNERS.at(1) ?? FIRST),
    kind: 'gateway' as const,
    baseUrl: 'https://llm.corp.example/v1',
  }
  expect(letterTo('Network team', gateway).verify).toContain(
    'npx openai-preflight --base-url https://llm.corp.example/v1 --route gateway --client node --depth route',
  )
  expect(
    letterTo('Application owner', { ...gateway, baseUrl: 'https://x/$(id)' }).verify,
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
