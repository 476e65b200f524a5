import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  branchOf,
  type AnyObservation,
  type Code,
  type Evidence,
  type RouteKind,
  type Verdict,
} from '../../src/model/index.ts'
import { judge } from '../../src/run/judge.ts'
import { LAW, NOTES, RULES } from '../../src/rules/index.ts'
import { describeBody } from '../../src/evidence/body.ts'
import { headersOfInterest } from '../../src/evidence/headers.ts'
import { address, evidence, failed, ok, skipped } from '../rules/evidence-builder.ts'
import { AZURE, GENUINE, KONG, LITELLM, responseFacts } from '../rules/answers/replies.ts'

const kinds = fc.constantFrom<RouteKind>('openai', 'azure', 'gateway')
const BASE_URLS: Readonly<Record<RouteKind, string>> = {
  openai: 'https://api.openai.com/v1',
  azure: 'https://x.openai.azure.com/openai/v1',
  gateway: 'https://llm.corp.example/v1',
}

const words = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'invalid_api_key',
    'insufficient_quota',
    'model_not_found',
    'rate_limit_exceeded',
    '401',
    'DeploymentNotFound',
    'server_error',
    'invalid_request_error',
    'billing_not_active',
    'unsupported_country_region_territory',
    'OperationNotSupported',
    'budget_exceeded',
  ),
)
const errorObject = fc.record(
  {
    message: words,
    type: words,
    code: fc.oneof(words, fc.integer(), fc.constant(null)),
    param: words,
  },
  { requiredKeys: [] },
)
const bodies = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.string().map((text) => Buffer.from(text)),
  fc.json().map((text) => Buffer.from(text)),
  errorObject.map((error) => Buffer.from(JSON.stringify({ error }))),
  errorObject.map((error) => Buffer.from(JSON.stringify(error))),
  words.map((text) => Buffer.from(`<html><title>${text}</title>`)),
)
const names = fc.constantFrom(
  'server',
  'via',
  'cf-ray',
  'x-request-id',
  'apim-request-id',
  'www-authenticate',
  'retry-after',
  'content-type',
  'location',
  'x-squid-error',
  'x-kong-x',
  'date',
)
const headers = fc.oneof(
  fc.dictionary(names, words),
  fc.constantFrom<Readonly<Record<string, string>>>(GENUINE, AZURE, KONG, LITELLM),
)
const statuses = fc.oneof(
  fc.integer({ min: 100, max: 999 }),
  fc.constantFrom(200, 400, 401, 403, 404, 407, 429, 500, 503),
)

const chain: readonly AnyObservation[] = [
  ok('lookup', {
    host: 'api.openai.com',
    resolver: 'getaddrinfo',
    addresses: [address('162.159.140.245')],
    of: 'target',
  }),
  ok('connect', { host: 'api.openai.com', port: 443, attempts: [], of: 'target' }),
]

const replies = fc.record({
  kind: kinds,
  status: statuses,
  headers,
  body: bodies,
  complete: fc.boolean(),
  truncated: fc.boolean(),
})

function response(
  probe: 'response' | 'keyless',
  reply: typeof replies extends fc.Arbitrary<infer T> ? T : never,
): AnyObservation {
  const picked = headersOfInterest(Object.entries(reply.headers))
  const facts = {
    ...responseFacts({ status: reply.status, headers: picked }),
    authenticated: probe === 'response',
    body: describeBody(reply.body, {
      contentType: picked['content-type'] ?? '',
      truncated: reply.truncated,
      complete: reply.complete,
    }),
  }
  return ok(probe, facts, { id: probe })
}

/** What is wrong with a verdict, whatever led to it: nothing, when it is sound. */
function unsound(verdict: Verdict, seen: Evidence): readonly string[] {
  const { verdict: kind, owner, branch, rung, code, summary, cites, also } = verdict
  const ids = new Set(seen.observations.map(({ id }) => id))
  const cited = [...cites, ...also.flatMap((one) => one.cites)]
  const passes = kind === 'pass'
  const checks: Readonly<Record<string, boolean>> = {
    'a kind': ['pass', 'fail', 'inconclusive'].includes(kind),
    'nobody owns a pass, and only that': (owner === 'none') === passes,
    'an unknown owner is inconclusive, and only that':
      (owner === 'unknown') === (kind === 'inconclusive'),
    'the branch of its owner': branch === branchOf(owner),
    'a sentence': summary !== '' && !/undefined|\[object|NaN/.test(summary),
    'cites what was seen': cited.every((id) => ids.has(id)),
    'a code unless it passes': passes ? code === '' : /^[a-z]+\.[\w.]+$/.test(code),
    'a rung unless it passes': (rung === '') === passes,
    'a citation unless it passes': passes || ids.size === 0 || cites.length > 0,
  }
  return Object.entries(checks).flatMap(([name, fine]) => (fine ? [] : [name]))
}

describe('any answer', () => {
  test('gets exactly one verdict, and the same one again', () => {
    fc.assert(
      fc.property(replies, (reply) => {
        const answer = skipped('answer', `the response has status ${reply.status}`)
        const seen = evidence([...chain, response('response', reply), answer], {
          route: { kind: reply.kind, baseUrl: BASE_URLS[reply.kind] },
        })
        const verdict = judge(seen, LAW)
        expect(unsound(verdict, seen)).toEqual([])
        expect(verdict.verdict).not.toBe('pass')
        expect(judge(seen, LAW)).toEqual(verdict)
      }),
      { numRuns: 500 },
    )
  })

  test('gets the same verdict in whatever order it was observed', () => {
    const scene = fc
      .record({
        reply: replies,
        keyless: fc.option(replies),
        also: fc.subarray<AnyObservation>([
          ok('control', { host: 'api.github.com', status: 200 }),
          failed('other-way', 'tcp.refused', { way: 'direct', reached: false }),
          ok('other-way', { way: 'proxy', proxy: 'p:1', reached: true, status: 401 }, { id: 'o2' }),
          ok('status-page', { host: 's', indicator: 'major', components: [] }),
          failed('large-request', 'http.timed_out', { smallStatus: 401, bytes: 16384 }),
        ]),
      })
      .map(({ reply, keyless, also }) => ({
        kind: reply.kind,
        list: [
          ...chain,
          response('response', reply),
          skipped('answer', 'x'),
          ...(keyless === null ? [] : [response('keyless', { ...keyless, kind: reply.kind })]),
          ...also,
        ],
      }))
    fc.assert(
      fc.property(
        scene.chain(({ kind, list }) =>
          fc.record({
            kind: fc.constant(kind),
            list: fc.constant(list),
            order: fc.shuffledSubarray(list, { minLength: list.length }),
          }),
        ),
        ({ kind, list, order }) => {
          const route = { kind, baseUrl: BASE_URLS[kind] }
          const one = judge(evidence(list, { route }), LAW)
          expect(judge(evidence(order, { route }), LAW)).toEqual(one)
        },
      ),
      { numRuns: 300 },
    )
  })
})

const CODES: readonly Code[] = [
  'dns.name_not_resolved',
  'dns.timed_out',
  'tcp.refused',
  'tcp.timed_out',
  'tls.reset',
  'tls.cert.authority_invalid',
  'http.timed_out',
  'http.reset',
  'proxy.auth_required',
  'http.body_incomplete',
]

describe('any failure below the answer', () => {
  test('gets exactly one verdict in whatever order it was observed', () => {
    const parts = fc.subarray<AnyObservation>([
      ...chain,
      ok('handshake', { servername: 'api.openai.com', of: 'target', chain: [], verified: true }),
      ok('name-servers', { host: 'api.openai.com', servers: [], searchList: [] }),
      failed('addresses', 'tcp.timed_out'),
      failed('small-hello', 'tls.reset'),
      ok('other-name', { servername: 'www.example.com', reached: true }),
      failed('control', 'tcp.timed_out', { host: 'api.github.com' }),
    ])
    const probes = fc.constantFrom('lookup', 'connect', 'tunnel', 'handshake', 'response')
    const failures = fc
      .tuple(probes, fc.constantFrom(...CODES))
      .map(([probe, code]) => failed(probe, code, {}, { id: `failed ${probe}` }))
    fc.assert(
      fc.property(
        fc.tuple(parts, failures, kinds).chain(([list, failure, kind]) =>
          fc.record({
            kind: fc.constant(kind),
            list: fc.constant([...list, failure]),
            order: fc.shuffledSubarray([...list, failure], { minLength: list.length + 1 }),
          }),
        ),
        ({ kind, list, order }) => {
          const route = { kind, baseUrl: BASE_URLS[kind] }
          const seen = evidence(list, { route })
          const verdict = judge(seen, LAW)
          expect(unsound(verdict, seen)).toEqual([])
          expect(verdict.verdict).not.toBe('pass')
          expect(judge(evidence(order, { route }), LAW)).toEqual(verdict)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('rules', () => {
  test('no rule claims that all is well, and none is without a citation', () => {
    fc.assert(
      fc.property(replies, fc.constantFrom(...CODES), (reply, code) => {
        const route = { kind: reply.kind, baseUrl: BASE_URLS[reply.kind] }
        for (const seen of [
          evidence([...chain, response('response', reply)], { route }),
          evidence([...chain, failed('response', code)], { route }),
          evidence([], { route }),
        ]) {
          for (const rule of [...RULES, ...NOTES].flat()) {
            const finding = rule.match(seen)
            if (finding === undefined) continue
            expect(finding.owner).not.toBe('none')
            expect(finding.cites.length).toBeGreaterThan(0)
            expect(finding.rule).toBe(rule.id)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})
