import { describe, expect, test } from 'vitest'
import { readPacket } from '../../../src/packets/compare/index.ts'
import { packet, route } from '../../reports/packet-builder.ts'

const whole = packet()
const problemOf = (text: string) => {
  const read = readPacket(text, 'b/packet.json')
  return 'problem' in read ? read.problem : undefined
}

test('a packet comes back as it was written', () => {
  const read = readPacket(JSON.stringify(whole), 'packet.json')
  expect(read).toEqual({ packet: JSON.parse(JSON.stringify(whole)) })
})

test('fields that are not known yet, and a byte order mark, are no problem', () => {
  expect(problemOf(`\uFEFF${JSON.stringify({ ...whole, colour: 'blue' })}`)).toBeUndefined()
})

describe('what is no packet is told in one sentence and one order', () => {
  test.each([
    ['', 'is empty'],
    [' \n', 'is empty'],
    ['<html>', 'is not JSON'],
    ['{"schemaVersion":1', 'is not JSON'],
    ['[]', 'not a packet'],
    ['null', 'not a packet'],
    ['{"name":"openai-preflight","version":"1.0.0"}', 'not a packet'],
    ['{"schemaVersion":"1"}', 'not a packet'],
    ['{"schemaVersion":2}', 'newer version (schemaVersion 2'],
    ['{"schemaVersion":0}', 'no version ever wrote'],
    ['{"schemaVersion":1}', '"tool" is missing'],
  ])('%j', (text, message) => {
    const problem = problemOf(text)
    expect(problem?.message).toContain(message)
    expect(problem).toMatchObject({ setting: 'b/packet.json', code: 'config.file_not_a_packet' })
    expect(problem?.fix).toMatch(/\.$/)
  })
})

describe('a part that is not as it must be is named, and its value is not', () => {
  const verdict = whole.verdict
  const one = route()
  test.each<readonly [string, unknown]>([
    ['"routes" is not a list', { ...whole, routes: {} }],
    [
      '"routes[0].endpoint" is not one of',
      { ...whole, routes: [{ ...one, endpoint: '\u001b[31m' }] },
    ],
    [
      '"routes[0].egress.proxy.port" is not a number',
      {
        ...whole,
        routes: [
          {
            ...one,
            egress: {
              ...one.egress,
              proxy: {
                scheme: 'http',
                host: 'p',
                port: '3128',
                source: 'x',
                hasCredentials: false,
              },
            },
          },
        ],
      },
    ],
    [
      '"routes[0].clientPaths[0].works" is not true or false',
      {
        ...whole,
        routes: [
          {
            ...one,
            clientPaths: [{ client: 'node', exit: 'direct', reason: 'x', works: 'perhaps' }],
          },
        ],
      },
    ],
    [
      '"routes[0].observations[0].probe" is not one of',
      {
        ...whole,
        routes: [{ ...one, observations: [{ ...one.observations[0], probe: 'constructor' }] }],
      },
    ],
    ['"verdict.owner" is not one of', { ...whole, verdict: { ...verdict, owner: 'somebody' } }],
    [
      '"verdict.httpStatus" is not a number',
      { ...whole, verdict: { ...verdict, httpStatus: '200' } },
    ],
    [
      '"verdict.ladder[0].status" is not one of',
      {
        ...whole,
        verdict: { ...verdict, ladder: [{ rung: 'dns', status: 'fine', because: '', cites: [] }] },
      },
    ],
    ['"verdict.route" is missing', { ...whole, verdict: { ...verdict, route: undefined } }],
    [
      '"runtime.container" is not true or false',
      { ...whole, runtime: { ...whole.runtime, container: 'no' } },
    ],
    ['"redactions[0].count" is missing', { ...whole, redactions: [{ what: 'a', where: 'b' }] }],
  ])('%s', (message, value) => {
    expect(problemOf(JSON.stringify(value))?.message).toContain(message)
  })
})

test.each([
  ['verdict.code', { code: 'api.x";id;echo "' }],
  ['verdict.code', { code: 'api.$(id)' }],
  ['verdict.requestId', { requestId: 'a`id`' }],
  ['verdict.requestId', { requestId: 'a\n::error::x' }],
  ['verdict.rule', { rule: 'a" onload="x' }],
])('a packet of a stranger cannot put shell or markup into %s', (path, part) => {
  const { verdict } = whole
  expect(
    problemOf(JSON.stringify({ ...whole, verdict: { ...verdict, ...part } }))?.message,
  ).toContain(`"${path}" holds characters that it never has.`)
})

test('a packet that was written before the confidence was is read, and claims none', () => {
  const { confidence: _, ...before } = whole.verdict
  const read = readPacket(JSON.stringify({ ...whole, verdict: before }), 'a')
  expect('packet' in read && read.packet.verdict.confidence).toBe('')
})

test('the model and the check name the same fields', () => {
  const names = (value: unknown, path: string): string[] =>
    typeof value !== 'object' || value === null
      ? [path]
      : [
          path,
          ...Object.entries(value).flatMap(([key, one]) =>
            names(one, path === '' ? key : `${path}.${key}`),
          ),
        ]
  const optional =
    /\b(?:facts|elapsedMs)\b|^verdict\.(?:also|ladder)|^routes\.\d+\.egress\.(?:trust|ignored)|\bclientPaths$|\bworks$|redactions|\bconfidence$|^$|\.\d+$/
  const text = JSON.stringify(whole)
  const unchecked = names(JSON.parse(text), '').filter((path) => {
    const copy: unknown = JSON.parse(text)
    return (
      !optional.test(path) &&
      problemOf(JSON.stringify(without(copy, path.split('.')))) === undefined
    )
  })
  expect(unchecked).toEqual([])
})

function without(value: unknown, [name = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => (String(index) === name ? without(one, rest) : one))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      key !== name ? [[key, one]] : rest.length === 0 ? [] : [[key, without(one, rest)]],
    ),
  )
}
