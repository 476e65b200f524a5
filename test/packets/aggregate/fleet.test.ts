import { describe, expect, test } from 'vitest'
import { readPacket } from '../../../src/packets/compare/index.ts'
import {
  aggregate,
  collector,
  fleetAnnotations,
  fleetFiles,
  fleetMarkdown,
  fleetPacket,
  fleetText,
  tellFleet,
  type FleetEntry,
} from '../../../src/packets/aggregate/index.ts'
import type { Packet, Verdict } from '../../../src/model/index.ts'
import { failure, packet, route, verdict } from '../../reports/packet-builder.ts'

const VIEW = { failing: true, docsUrl: 'https://github.com/o/r/blob/main/docs/findings.md' }
const tls = failure({
  rung: 'tls',
  code: 'tls.cert.authority_invalid',
  because: 'issuer Corporate CA',
  owner: 'connection-path',
  doNext: ['Add the root of Corporate CA to NODE_EXTRA_CA_CERTS on this runner.'],
  doNot: ['Do not switch verification off.'],
})
const quota = failure({
  rung: 'quota',
  code: 'api.insufficient_quota',
  because: '',
  owner: 'quota',
  responder: 'openai',
})
const server = failure({
  rung: 'answer',
  code: 'api.server_error',
  because: '',
  owner: 'api-server',
  responder: 'openai',
})
const open = verdict({
  verdict: 'inconclusive',
  owner: 'unknown',
  branch: 'unknown',
  code: 'own.unexplained',
})

const entry = (name: string, one: Verdict = verdict()): FleetEntry => ({
  name,
  packet: packet({ routes: [route({ verdict: one })] }),
})
const unreadable: FleetEntry = {
  name: 'broken',
  problem: {
    code: 'config.file_not_a_packet',
    setting: 'broken/packet.json',
    message: 'broken/packet.json is not JSON.',
    fix: '',
    severity: 'fatal',
    owner: 'request',
  },
}

describe('one verdict for all, worst first', () => {
  test.each<
    readonly [string, readonly FleetEntry[], readonly string[], Verdict['verdict'], string, boolean]
  >([
    ['all pass', [entry('a'), entry('b')], ['a', 'b'], 'pass', 'none', false],
    ['one fails', [entry('a'), entry('b', tls)], [], 'fail', 'connection-path', true],
    [
      'one fails and one is missing',
      [entry('b', tls)],
      ['a', 'b'],
      'fail',
      'connection-path',
      true,
    ],
    ['one is inconclusive', [entry('a'), entry('b', open)], [], 'inconclusive', 'unknown', true],
    ['one is missing', [entry('a')], ['a', 'b'], 'inconclusive', 'unknown', true],
    ['one cannot be read', [entry('a'), unreadable], [], 'inconclusive', 'unknown', true],
    [
      'one holds no route',
      [{ name: 'a', packet: packet({ routes: [] }) }],
      [],
      'inconclusive',
      'unknown',
      true,
    ],
    ['there is none at all', [], [], 'inconclusive', 'unknown', true],
    ['only a warning', [entry('a'), entry('b', server)], [], 'fail', 'api-server', false],
    [
      'the failure that more runners have',
      [entry('a', quota), entry('b', tls), entry('c', tls)],
      [],
      'fail',
      'connection-path',
      true,
    ],
    [
      'a failure before a warning that more have',
      [entry('a', quota), entry('b', server), entry('c', server)],
      [],
      'fail',
      'quota',
      true,
    ],
  ])('%s', (_, entries, expected, kind, owner, failing) => {
    const result = aggregate(entries, expected)
    expect([result.verdict.verdict, result.verdict.owner, result.failing]).toEqual([
      kind,
      owner,
      failing,
    ])
  })

  test('a missing packet is a warning only where fail-on leaves unknown out', () => {
    expect(aggregate([entry('a')], ['a', 'b'], ['route']).failing).toBe(false)
  })

  test('what is proven everywhere is what the weakest runner has proven', () => {
    const result = aggregate([entry('a'), entry('b', verdict({ lastGood: 'auth' }))])
    expect(result.verdict).toMatchObject({
      lastGood: 'auth',
      summary: 'Both runners proved the path up to auth.',
    })
  })
})

test('rows come worst first, and counts are by runner', () => {
  const two: FleetEntry = {
    name: 'two',
    packet: packet({
      routes: [route({ name: 'openai' }), route({ name: 'azure', verdict: quota })],
    }),
  }
  const result = aggregate([entry('z'), two, unreadable, entry('o', open)], ['gone'])
  expect(result.rows.map((row) => [row.runner, row.route, row.status])).toEqual([
    ['two', 'azure', 'fail'],
    ['broken', '', 'unknown'],
    ['gone', '', 'unknown'],
    ['o', '', 'inconclusive'],
    ['two', 'openai', 'pass'],
    ['z', '', 'pass'],
  ])
  expect(result.counts).toEqual({ fail: 1, unknown: 2, inconclusive: 1, pass: 1 })
  expect(result.deciding).toBe('two · azure')
})

test('a run that ended before its first route keeps its own reason', () => {
  const inside: Packet = packet({
    routes: [],
    verdict: {
      ...open,
      code: 'own.inside_failed',
      summary: 'The prefix could not be started.',
      doNext: ['Check the prefix.'],
      route: '',
    },
  })
  const result = aggregate([entry('a'), { name: 'b', packet: inside }])
  expect(result.verdict).toMatchObject({
    verdict: 'inconclusive',
    code: 'own.inside_failed',
    summary: '1 of 2 runners: The prefix could not be started.',
    doNext: ['Check the prefix.'],
  })
  expect(result.failing).toBe(true)
  expect(fleetText(result)).toContain('own.inside_failed')
})

test('what cannot be read says how to get it read', () => {
  const problem = {
    code: 'config.input_aggregate_unusable',
    setting: 'a',
    message: 'a cannot be searched (EACCES).',
    fix: 'Let the user that runs this read it.',
    severity: 'fatal',
    owner: 'request',
  } as const
  const { verdict } = aggregate([entry('b'), { name: 'a', problem }])
  expect([verdict.verdict, verdict.summary, verdict.doNext]).toEqual([
    'inconclusive',
    '1 of 2 runners: a cannot be searched (EACCES).',
    ['Let the user that runs this read it.'],
  ])
})

test('the evidence of thousands is not carried along, and that is said', () => {
  const all = collector()
  const big = packet({
    routes: [route({ clientReason: 'x'.repeat(100_000) })],
  })
  for (let at = 0; at < 50; at++) all.add({ name: `r${at}`, packet: big })
  all.add(entry('z', tls))
  const result = all.result([])
  expect(result.runners).toBe(51)
  expect(result.counts).toMatchObject({ pass: 50, fail: 1 })
  expect(result.verdict.summary).toMatch(
    /The evidence of 3\d routes is only in the packets of their runners\.$/,
  )
  const kept = fleetPacket(result, packet()).routes
  expect(kept.map(({ name }) => name)).toContain('z')
  expect(JSON.stringify(kept).length).toBeLessThan(4 * 1024 * 1024)
})

test('the evidence of a hundred failures is not either, and each is still counted', () => {
  const all = collector()
  const big = packet({ routes: [route({ verdict: tls, clientReason: 'x'.repeat(100_000) })] })
  for (let at = 0; at < 100; at++) all.add({ name: `r${at}`, packet: big })
  const result = all.result([])
  expect(result.counts).toMatchObject({ fail: 100 })
  expect(result.failing).toBe(true)
  expect(result.verdict.summary).toMatch(
    /The evidence of 4\d routes is only in the packets of their runners\.$/,
  )
})

test('runners that fail and leave by other egress addresses than those that pass are told so', () => {
  const from = (name: string, one: Verdict, egress: string): FleetEntry => ({
    name,
    packet: packet({ routes: [route({ verdict: one, egressAddress: { address: egress } })] }),
  })
  const { summary } = aggregate([
    from('a', quota, '198.51.100.7'),
    from('b', verdict(), '203.0.113.4'),
  ]).verdict
  expect(summary).toContain(
    'Runners that do not pass leave by other egress addresses (198.51.100.7) than those that pass (203.0.113.4).',
  )
  const same = aggregate([from('a', quota, '203.0.113.4'), from('b', verdict(), '203.0.113.4')])
  expect(same.verdict.summary).not.toContain('egress')
})

describe('causes', () => {
  test('are one for each rule, code and responder, with the runners that have them', () => {
    const byProxy: Verdict = { ...quota, responder: 'proxy' }
    const result = aggregate([
      entry('a', tls),
      entry('b', tls),
      entry('c', quota),
      entry('d', byProxy),
    ])
    expect(
      result.causes.map(({ verdict, runners }) => [verdict.code, verdict.responder, runners]),
    ).toEqual([
      ['tls.cert.authority_invalid', '', ['a', 'b']],
      ['api.insufficient_quota', 'openai', ['c']],
      ['api.insufficient_quota', 'proxy', ['d']],
    ])
  })

  test('missing packets are one cause', () => {
    const result = aggregate([], ['a', 'b', 'c'])
    expect(result.causes).toMatchObject([
      { runners: ['a', 'b', 'c'], verdict: { code: 'own.packet_missing' } },
    ])
  })
})

describe('the telling', () => {
  const result = aggregate(
    [entry('a', tls), entry('b', tls), entry('c'), unreadable],
    ['a', 'b', 'c', 'gone'],
  )
  const whole = fleetPacket(result, packet())

  test('is one annotation for each cause', () => {
    const told = fleetAnnotations(result, {
      ...VIEW,
      step: { file: '.github/workflows/f.yml', line: 9 },
    })
    expect(told.map(({ level, title, line }) => [level, title, line])).toEqual([
      [
        'error',
        'OpenAI preflight: TLS certificate from an untrusted issuer (owner: connection path) · 2 runners',
        9,
      ],
      ['error', 'OpenAI preflight: packet of a runner unreadable (owner: unknown) · 1 runner', 9],
      ['error', 'OpenAI preflight: packet of a runner missing (owner: unknown) · 1 runner', 9],
    ])
    expect(told[0]?.message).toContain('Runners: a, b')
    expect(told[0]?.message).toContain('Add the root of Corporate CA')
  })

  test('has at most ten annotations of one kind, and says what is left', () => {
    const many = Array.from({ length: 14 }, (_, index) =>
      entry(`r${index}`, { ...tls, code: `tls.c${index}` }),
    )
    const told = fleetAnnotations(aggregate(many), VIEW)
    expect(told).toHaveLength(10)
    expect(told.at(-1)).toMatchObject({ title: 'OpenAI preflight: and 5 more causes' })
  })

  test('of the summary begins with the verdict and has one line for each runner', () => {
    const text = fleetMarkdown(result, VIEW)
    expect(text.split('\n')[0]).toBe(
      '## ❌ Fail – 5 runners, owner: connection path – TLS certificate from an untrusted issuer',
    )
    expect(text).toContain('1 pass · 2 fail · 0 inconclusive · 2 unknown')
    const rows = text.split('\n').filter((line) => /^\| (?:✅|❌|❓) \|/.test(line))
    expect(rows).toHaveLength(5)
    expect(rows.at(-1)).toMatch(/^\| ✅ \| .*c/)
  })

  test('links to the heading of the finding as GitHub spells its anchor', () => {
    const told = aggregate([entry('a', { ...tls, rule: 'tls/intercepted' })])
    const link = `${VIEW.docsUrl}#tlsintercepted`
    expect(fleetAnnotations(told, VIEW)[0]?.message).toContain(`More: ${link}`)
    expect(fleetMarkdown(told, VIEW)).toContain(`[what this means](${link})`)
  })

  test('of the terminal has the same, one line each', () => {
    const lines = fleetText(result).split('\n')
    expect(lines[0]).toContain('Fail – 5 runners')
    expect(lines.filter((line) => /^(?:a|b|c|broken|gone) /.test(line))).toHaveLength(5)
  })

  test('sets every output, and leaves a packet that can be read again', () => {
    const artifacts = [...tellFleet(result, whole, VIEW), ...fleetFiles(whole, VIEW)]
    const outputs = Object.fromEntries(
      artifacts.flatMap((one) => (one.kind === 'output' ? [[one.name, one.value]] : [])),
    )
    expect(outputs).toMatchObject({
      verdict: 'fail',
      ok: 'false',
      owner: 'connection-path',
      rung: 'tls',
    })
    expect(outputs['summary']).toMatch(/^2 of 5 runners: /)
    const file = artifacts.find((one) => one.kind === 'file' && one.name === 'packet.json')
    const read = readPacket(file?.kind === 'file' ? [...file.content].join('') : '', 'packet.json')
    expect(read).toMatchObject({
      packet: { routes: [{ name: 'a' }, { name: 'b' }, { name: 'c' }], verdict: { route: 'a' } },
    })
  })

  test('keeps names and texts of packets from being markup or commands', () => {
    const evil = '|x`\n::error::y\n<img src=x> @team'
    const told = aggregate([entry(evil, { ...tls, summary: evil, doNext: [evil] })])
    const text = fleetMarkdown(told, VIEW)
    expect(text).not.toContain('<img')
    expect(text.split('\n').filter((line) => line.startsWith('| ❌'))).toHaveLength(1)
    expect(fleetText(told)).not.toMatch(/^::/m)
    expect(fleetAnnotations(told, VIEW)[0]?.message).not.toMatch(/^::/m)
  })
})

test('256 runners are summed up and told in a few seconds, below the limit of the summary', () => {
  const entries = Array.from({ length: 256 }, (_, index) =>
    entry(`runner-${index}`, index % 7 === 0 ? tls : index % 11 === 0 ? quota : verdict()),
  )
  const texts = entries.map((one) => ('packet' in one ? JSON.stringify(one.packet) : ''))
  const start = performance.now()
  const read = texts.flatMap((text, index): readonly { name: string; packet: Packet }[] => {
    const one = readPacket(text, 'x')
    return 'packet' in one ? [{ name: `runner-${index}`, packet: one.packet }] : []
  })
  const result = aggregate(read, ['runner-0', 'runner-999'])
  const artifacts = tellFleet(result, fleetPacket(result, packet()), VIEW)
  expect(performance.now() - start).toBeLessThan(5000)
  expect(result.runners).toBe(257)
  const summary = artifacts.find((one) => one.kind === 'summary')
  const size = Buffer.byteLength(summary?.kind === 'summary' ? summary.markdown : '')
  expect(size).toBeGreaterThan(10_000)
  expect(size).toBeLessThan(200 * 1024)
})
