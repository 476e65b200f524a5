import { describe, expect, test } from 'vitest'
import { annotationsOf } from '../../src/reports/annotations.ts'
import { REPORTS } from '../../src/reports/index.ts'
import { firstSentence, titleOf } from '../../src/reports/words.ts'
import { GOLDEN, VIEW, WARNED } from './golden-packets.ts'
import { failure, packet, route } from './packet-builder.ts'

const refused = (port: number) =>
  failure({
    owner: 'connection-path',
    rung: 'tcp',
    code: 'tcp.refused',
    rule: `refused-${port}`,
    because: `port ${port} refused`,
    summary: `Port ${port} refuses.`,
  })

test('routes that fail by the same rule and code share one annotation, which names them', () => {
  const routes = ['a', 'b', 'c'].map((name) => route({ name, verdict: refused(443) }))
  const [only, ...more] = annotationsOf(packet({ routes }), VIEW)
  expect(more).toEqual([])
  expect(only?.message).toContain('Routes: a, b, c')
})

test('one route in fail-on is enough for an error, none makes a warning', () => {
  const warned = route({ name: 'a', failOn: ['auth'], verdict: refused(443) })
  const failed = route({ name: 'b', verdict: refused(443) })
  const levels = (...routes: (typeof warned)[]) =>
    annotationsOf(packet({ routes }), VIEW).map((one) => one.level)
  expect(levels(warned)).toEqual(['warning'])
  expect(levels(warned, failed)).toEqual(['error'])
  expect(levels(route({ verdict: refused(1), failOn: ['connection-path'] }))).toEqual(['error'])
})

test('the tenth annotation says how many more there are, errors first', () => {
  const routes = Array.from({ length: 14 }, (_, index) =>
    route({ name: `r${index}`, verdict: refused(index), failOn: index < 2 ? [] : ['route'] }),
  )
  const all = annotationsOf(packet({ routes }), VIEW)
  expect(all).toHaveLength(10)
  expect(all.slice(0, 9).every((one) => one.level === 'error')).toBe(true)
  expect(all[9]).toMatchObject({ title: 'OpenAI preflight: and 5 more', level: 'error', line: 17 })
  expect(all[9]?.message).toContain('r13')
})

test('nothing is said about a route that passes without remarks', () => {
  expect(annotationsOf(packet(), VIEW)).toEqual([])
})

test('what a path check met beside a pass is a warning with its order, in every report', () => {
  const found = {
    rule: 'path-check/body-too-large',
    owner: 'route-provider',
    code: 'http.body_too_large',
    summary: 'A POST of 200 KB is answered with 413 by nginx.',
    doNext: ['Raise the limit.'],
    cites: [],
  } as const
  const passed = route()
  const one = packet({ routes: [{ ...passed, verdict: { ...passed.verdict, also: [found] } }] })
  const [annotation, ...more] = annotationsOf(one, VIEW)
  expect(more).toEqual([])
  expect(annotation).toMatchObject({
    level: 'warning',
    title: 'OpenAI preflight: HTTP body too large (owner: route provider)',
    message: expect.stringContaining('Raise the limit.'),
  })
  for (const report of [REPORTS.summary, REPORTS.terminal]) {
    const text = JSON.stringify(report(one, VIEW))
    expect(text).toContain('Warnings')
    expect(text).toContain('Raise the limit.')
  }
})

test('an edge that answered names itself once', () => {
  const { verdict } = route({
    verdict: {
      ...refused(443),
      code: 'api.edge_502',
      owner: 'api-server',
      product: "OpenAI's Cloudflare edge",
    },
  })
  expect(titleOf(verdict)).toBe("OpenAI preflight: OpenAI's edge answered 502 (owner: API server)")
})

test('without a known step the annotation has no place', () => {
  const { step: _step, ...view } = VIEW
  const [only] = annotationsOf(packet({ routes: [route({ verdict: refused(443) })] }), view)
  expect(only).not.toHaveProperty('file')
  expect(only).not.toHaveProperty('line')
})

test('a message is one sentence, one order and a link, however much a verdict says', () => {
  const long = 'Every word of it counts, '.repeat(20)
  const verdict = {
    ...refused(443),
    summary: `Port 443 refuses. ${long}`,
    doNext: [`Open port 443. ${long}`, ...Array.from({ length: 40 }, () => long)],
  }
  const [only] = annotationsOf(packet({ routes: [route({ verdict })] }), VIEW)
  expect(only?.message.split('\n')).toEqual([
    'Port 443 refuses.',
    'Open port 443.',
    'More: https://github.com/example/openai-preflight/blob/v1/docs/findings.md#refused-443',
  ])
})

test.each(Object.entries(GOLDEN))(
  'the annotations of %s are read at a glance, and each title stands alone',
  (_name, golden) => {
    for (const { title, message } of annotationsOf(golden.packet, golden.view)) {
      expect(title).toMatch(/^OpenAI preflight: /)
      expect(message.length).toBeLessThan(460)
    }
  },
)

test('a name with a full stop ends no sentence', () => {
  const text = 'Signed by A Corp. Root (see B. C. Ltd. CA), which is not trusted. More'
  expect(firstSentence(text, 200)).toBe(text.slice(0, -5))
})

test.each([
  [
    'Run `npx openai-preflight --depth route` from the same place: it confirms or refutes it.',
    'Run `npx openai-preflight --depth route` from the same place.',
  ],
  [
    'Add the root of "CN=Root CA, O=Example" to the roots in NODE_EXTRA_CA_CERTS (/home/runner/root.pem).',
    'Add the root of "CN=Root CA, O=Example" to the roots in NODE_EXTRA_CA_CERTS.',
  ],
  [
    'Allow it on the proxy, and then on the firewall; then wait for both of them to say so',
    'Allow it on the proxy, and then on the firewall.',
  ],
  [`Write ${'x'.repeat(100)}`, `Write ${'x'.repeat(73)}…`],
])('an order that is too long is cut before a clause: %s', (order, said) => {
  expect(firstSentence(order, 80)).toBe(said)
})

test.each([
  [{ code: 'tls.cert.authority_invalid', product: 'Zscaler' }, 'TLS intercepted by Zscaler'],
  [{ code: 'api.insufficient_quota' }, 'quota used up'],
  [{ code: 'dns.name_not_resolved' }, 'DNS name does not resolve'],
  [{ code: 'proxy.auth_required', product: 'Squid' }, 'proxy asks for credentials, Squid'],
  [{ code: 'config.key_has_newline' }, 'key with a line break'],
  [{ code: 'api.invalid_api_key', product: 'OpenAI API', responder: 'openai' }, 'invalid API key'],
  [
    { code: 'azure.invalid_key', product: 'Azure OpenAI', responder: 'azure-openai' },
    'Azure invalid key',
  ],
  [
    { code: 'gateway.budget_exceeded', product: 'LiteLLM', responder: 'gateway' },
    'gateway budget exceeded, LiteLLM',
  ],
] as const)('the title of %j says what happened', (parts, title) => {
  const verdict = { ...refused(443), ...parts }
  expect(titleOf(verdict)).toBe(`OpenAI preflight: ${title} (owner: connection path)`)
})

describe('a finding that does not fail the job', () => {
  const { packet: seen, view } = WARNED
  const texts = Object.values(REPORTS)
    .flatMap((report) => report(seen, view))
    .flatMap((one) =>
      'markdown' in one ? [one.markdown] : 'summary' in one ? [`${one.title} ${one.summary}`] : [],
    )

  test('is a warning in summary, comment and check run, and never red', () => {
    expect(texts).toHaveLength(3)
    for (const text of texts) {
      expect(text).toContain('Warning (job not failed)')
      expect(text).toContain('⚠️')
      expect(text).not.toContain('❌')
    }
  })

  test('is a warning as an annotation', () => {
    const [only] = annotationsOf(seen, view)
    expect(only).toMatchObject({ level: 'warning' })
    expect(only?.message).toContain('it does not fail the job')
  })
})

test('each key of the front end has an error of its own at its file and line, whatever failed first', () => {
  const key = (line: number, original?: { file: string; line: number; column: number }) => ({
    kind: 'key' as const,
    what: 'openai-project',
    file: 'dist/app.js',
    line,
    column: 9,
    ...(original === undefined ? {} : { original }),
  })
  const hits = [
    key(1, { file: 'src/chat.ts', line: 12, column: 5 }),
    ...Array.from({ length: 20 }, (_, index) => key(index + 2)),
  ]
  const seen = {
    id: 'client-bundle',
    probe: 'client-bundle',
    rung: 'config',
    target: 'dist',
    attempt: 0,
    startedMs: 0,
    elapsedMs: 1,
    status: 'failed',
    code: 'client.key_in_bundle',
    because: '',
    facts: { files: 1, bytes: 1, hits, ignored: 0 },
  } as const
  const passedOver = route({ verdict: refused(443), failOn: [] })
  const observations = [...passedOver.observations, seen]
  const all = annotationsOf(packet({ routes: [{ ...passedOver, observations }] }), VIEW)
  expect(all).toHaveLength(10)
  expect(all[1]).toMatchObject({ level: 'error', file: 'src/chat.ts', line: 12 })
  expect(all[2]).toMatchObject({ level: 'error', file: 'dist/app.js', line: 2 })
  expect(all[9]).toMatchObject({ title: 'OpenAI preflight: and 13 more', level: 'error' })
  expect(all[9]?.message).toContain('key (openai-project) at dist/app.js:10:9')
})
