import { describe, expect, test } from 'vitest'
import { letterTo } from '../../src/reports/letters.ts'
import { sorted } from '../../src/reports/orders.ts'
import { failure, route, verdict } from './packet-builder.ts'

describe('an order is said to those who can carry it out', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'Let the operator of llm.example.com renew the upstream key for m.',
      ['Renew the upstream key for m.'],
      [],
    ],
    [
      'Ask the operator of llm.example.com which rule refuses it.',
      ['Tell us which rule refuses it.'],
      [],
    ],
    [
      'Ask whoever runs llm.example.com to renew it, and to serve the complete new chain.',
      ['Renew it, and serve the complete new chain.'],
      [],
    ],
    [
      'Ask the network team whether they inspect TLS to a.example; if they do not, remove that root.',
      ['Tell us whether you inspect TLS to a.example.'],
      ['If they do not, remove that root.'],
    ],
    [
      'Allow this runner on the proxy; if the proxy speaks TLS, write https:// for it in HTTPS_PROXY.',
      ['Allow this runner on the proxy.'],
      ['If the proxy speaks TLS, write https:// for it in HTTPS_PROXY.'],
    ],
    [
      'Find the device that answers for a.example, or correct the port in the base URL.',
      ['Find the device that answers for a.example.'],
      ['Correct the port in the base URL.'],
    ],
    ['Switch off response buffering in nginx.', ['Switch off response buffering in nginx.'], []],
    ['Or let the application wait longer.', [], ['Let the application wait longer.']],
    [
      'Open llm.example.com from this runner with curl -i.',
      [],
      ['Open llm.example.com from this runner with curl -i.'],
    ],
    [
      'Ask the operator of llm.example.com for a base URL that answers.',
      [],
      ['Ask the operator of llm.example.com for a base URL that answers.'],
    ],
    ['Re-run the job, or set attempts to 3.', [], ['Re-run the job, or set attempts to 3.']],
  ])('%s', (order, others, own) => {
    expect(sorted([order])).toEqual({ others, own })
  })
})

const PORTAL = 'Let this runner reach api.openai.com without the portal’s sign-in.'
const AWAY = 'Or move the job to a runner outside that network.'

test('what a hop does to a request is asked of it in the words of the finding, and verified by the request', () => {
  const seen = route({
    verdict: failure({
      owner: 'connection-path',
      rung: 'http',
      code: 'http.intercepted',
      because: 'x',
      doNext: [PORTAL, AWAY],
    }),
  })
  const network = letterTo('Network team', seen)
  expect(network.asked).toEqual([PORTAL])
  expect(network.verify).toContain('We send the same request')
  expect(network.command).toContain('--depth request')
  expect(letterTo('Application owner', seen).asked.at(-1)).toBe(AWAY.replace('Or move', 'Move'))
})

test('the operator of a gateway is asked for the change, and a vendor for what it saw', () => {
  const renew = 'Let the operator of llm.example.com renew the upstream key for m.'
  const parts = { owner: 'route-provider', rung: 'http', because: 'x', doNext: [renew] } as const
  const failed = failure({ ...parts, code: 'gateway.upstream_auth' })
  const gateway = route({ kind: 'gateway', baseUrl: 'https://llm.example.com/v1', verdict: failed })
  expect(letterTo('Vendor support', gateway).asked[0]).toBe('Renew the upstream key for m.')
  expect(letterTo('Application owner', gateway).asked).toEqual([
    'Send the part "Vendor support" to those who act on it.',
  ])
  const azure = { ...gateway, kind: 'azure' as const }
  expect(letterTo('Vendor support', azure).asked[0]).toMatch(/^Look for this request/)
  expect(letterTo('Application owner', azure).asked).toContain(renew)
})

test('the other half of what a path check met beside a pass stays with the owner of the application', () => {
  const also = [
    {
      rule: 'path-check/idle-closed',
      owner: 'connection-path' as const,
      code: 'http.idle_closed' as const,
      summary: 'It was cut.',
      doNext: ['Let the NAT keep it.', 'Or let the application close idle connections.'],
      cites: [],
    },
  ]
  const seen = route({ verdict: { ...verdict(), also }, repeat: { 'path-checks': 'idle=60s' } })
  expect(letterTo('Network team', seen).asked).toEqual(['It was cut. Let the NAT keep it.'])
  expect(letterTo('Network team', seen).command).toMatch(/--depth request .*--path-checks idle=60s/)
  expect(letterTo('Application owner', seen).asked).toContain(
    'Let the application close idle connections.',
  )
})

test.each([
  ["it's", '"$OPENAI_MODEL"'],
  ['a;b', "'a;b'"],
  ['[removed: api-key]', '"$OPENAI_MODEL"'],
  ['', '"$OPENAI_MODEL"'],
])('the model %j stands in the command as %s', (model, word) => {
  const { command } = letterTo('Application owner', route({ model }))
  expect(command).toContain(`--model ${word}`)
})

test('the command names the variables that the run read, and enters a target as the run did', () => {
  const plain = route({
    egress: {
      ...route().egress,
      reason: 'https_proxy names the proxy, and NODE_USE_ENV_PROXY is set.',
    },
    repeat: { organization: '$OPENAI_ORG_ID', stream: 'true', timeout: '3s' },
  })
  const runtime = {
    os: '',
    arch: '',
    container: false,
    runnerName: 'kubectl exec -i deploy/api --',
    runnerKind: 'none',
    region: '',
    source: 'inside:node',
  } as const
  const owner = letterTo('Application owner', plain, runtime)
  expect(owner.verify).toContain(
    'with OPENAI_API_KEY, OPENAI_ORG_ID, https_proxy, NODE_USE_ENV_PROXY as the job has them',
  )
  expect(owner.command).toContain("--inside 'kubectl exec -i deploy/api --' --base-url ")
  expect(owner.command).toContain('--organization "$OPENAI_ORG_ID" --stream true --timeout 3s')
  const network = letterTo('Network team', plain)
  expect(network.command).not.toContain('--stream')
  expect(network.command).toContain('--timeout 3s')
})
