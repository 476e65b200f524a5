import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import schema from '../../schema/packet.schema.json' with { type: 'json' }
import {
  BRANCHES,
  CLIENTS,
  DEPTHS,
  ENDPOINTS,
  OWNERS,
  PROBE_RUNG,
  RESPONDERS,
  ROUTE_KINDS,
  RUNGS,
} from '../../src/model/index.ts'
import { packetText, REPORTS } from '../../src/reports/index.ts'
import { GOLDEN } from './golden-packets.ts'
import { packet, route } from './packet-builder.ts'
import { planted } from './planted.ts'

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema)

const WAY = { client: 'curl', exit: 'direct', reason: 'because' } as const

function problems(value: unknown): readonly string[] {
  return validate(value)
    ? []
    : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`)
}

describe('the published schema', () => {
  test.each(Object.entries(GOLDEN))('accepts packet %s as it is written', (_name, golden) => {
    expect(problems(JSON.parse(packetText(golden.packet)))).toEqual([])
  })

  test('accepts every optional part', () => {
    const whole = route({
      clientPaths: [
        { ...WAY, works: false },
        { ...WAY, exit: 'none' },
        { ...WAY, exit: 'socks5h://[::1]:1' },
      ],
      egress: {
        ...route().egress,
        proxy: {
          scheme: 'socks5h',
          host: 'proxy',
          port: 1080,
          source: 'ALL_PROXY',
          hasCredentials: true,
        },
        unusable: {
          variable: 'ALL_PROXY',
          because: 'it is SOCKS4.',
          fix: 'Use socks5h.',
          by: 'preflight',
        },
        trust: [{ store: 'file', source: 'ca-file', path: '/ca.pem' }],
      },
      observations: route().observations.map((one) => ({ ...one, at: { line: 1, column: 2 } })),
      statusPage: {
        host: 'status.openai.com',
        checkedAt: '2026-05-06T22:40:11.123+08:00',
        indicator: 'major',
        components: [{ name: 'Responses', status: 'partial_outage' }],
      },
    })
    expect(problems(packet({ routes: [whole] }))).toEqual([])
    const unread = { because: 'no status page is known for this host' }
    expect(problems(packet({ routes: [route({ statusPage: unread })] }))).toEqual([])
  })

  test.each([
    ['an unknown property', { ...packet(), extra: 1 }],
    ['another version', { ...packet(), schemaVersion: 2 }],
    ['a missing verdict', { ...packet(), verdict: undefined }],
    ['an owner nobody knows', { ...packet(), verdict: { ...packet().verdict, owner: 'me' } }],
    ['a code without a layer', { ...packet(), verdict: { ...packet().verdict, code: 'broken' } }],
    [
      'an exit with credentials before it',
      packet({ routes: [route({ clientPaths: [{ ...WAY, exit: 'u:p@proxy:1' }] })] }),
    ],
    ['a time without offset', packet({ startedAt: '2026-11-22T18:30:00' })],
  ])('refuses %s', (_name, value) => {
    expect(problems(structuredClone(value))).not.toEqual([])
  })

  test('has the words of the model', () => {
    const { $defs, properties } = schema
    expect($defs.rung.enum).toEqual(RUNGS)
    expect($defs.owner.enum).toEqual(OWNERS)
    expect($defs.branch.enum).toEqual(BRANCHES)
    expect(properties.verdict.properties.responder.enum).toEqual([...RESPONDERS, ''])
    expect($defs.observation.properties.probe.enum).toEqual(Object.keys(PROBE_RUNG))
    expect($defs.route.properties.kind.enum).toEqual(ROUTE_KINDS)
    expect($defs.route.properties.endpoint.enum).toEqual(ENDPOINTS)
    expect($defs.route.properties.depth.enum).toEqual(DEPTHS)
    expect($defs.client.enum).toEqual(CLIENTS)
  })
})

describe('packet.json', () => {
  test('reads back as the same packet', () => {
    for (const golden of Object.values(GOLDEN)) {
      const { packet: one } = planted(golden)
      expect(JSON.parse(packetText(one))).toEqual(one)
    }
  })

  test('is written one route after the other, in the text that is told', () => {
    const one = packet({ routes: [route(), route({ name: 'second' }), route({ name: 'third' })] })
    const [file] = REPORTS.packet(one, { failing: false, docsUrl: '' })
    const pieces = file?.kind === 'file' ? [...file.content] : []
    expect(pieces).toHaveLength(5)
    expect(pieces.join('')).toBe(packetText(one))
  })

  test('is the same text whatever order the properties were written in', () => {
    const one = packet()
    const reversed = Object.fromEntries(Object.entries(one).toReversed())
    expect(packetText({ ...one, ...reversed })).toBe(packetText(one))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    expect(packetText(reversed as unknown as typeof one)).toBe(packetText(one))
  })
})
