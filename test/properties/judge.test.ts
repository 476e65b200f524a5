import { describe, expect, test } from 'vitest'
import { LAW } from '../../src/rules/index.ts'
import { judge } from '../../src/run/judge.ts'
import {
  CANCELLED,
  OUT_OF_TIME,
  type AnyObservation,
  type Evidence,
  type Owner,
  type Rule,
  type RuleList,
} from '../../src/model/index.ts'
import { address, evidence, failed, ok, skipped } from '../rules/evidence-builder.ts'
import { GENUINE, responseFacts } from '../rules/answers/replies.ts'

const NO_RULES = { ...LAW, rules: [], notes: [] }

const lookup = ok('lookup', {
  host: 'api.openai.com',
  resolver: 'getaddrinfo',
  addresses: [address('162.159.140.245')],
  of: 'target',
})
const response = ok('response', responseFacts({ status: 200, headers: GENUINE, body: {} }))
const answer = ok('answer', { sdk: 'openai@test', valid: true, finish: 'completed' })
const proven: readonly AnyObservation[] = [lookup, response, answer]

/** A rule that always fires. */
function rule(id: string, owner: Owner, explainedBy: readonly string[] = []): RuleList {
  const one: Rule = {
    id,
    explainedBy,
    match: ({ observations: [first] }) =>
      first === undefined
        ? undefined
        : {
            rule: id,
            owner,
            rung: 'tcp',
            code: 'tcp.refused',
            retryable: true,
            summary: `${id} says so.`,
            doNext: ['Do this.'],
            doNot: ['Do not do that.'],
            cites: [first],
          },
  }
  return [one]
}

function decided(seen: Evidence, rules: readonly RuleList[], notes: readonly RuleList[] = []) {
  const { verdict, owner, rule: by, also } = judge(seen, { ...NO_RULES, rules, notes })
  return { verdict, owner, by, also: also.map((one) => one.rule) }
}

describe('which rule decides', () => {
  test('the first that fired; the others and the notes are kept beside it', () => {
    const rules = [rule('one', 'quota'), rule('two', 'auth')]
    expect(decided(evidence([lookup]), rules, [rule('note', 'unknown')])).toEqual({
      verdict: 'fail',
      owner: 'quota',
      by: 'one',
      also: ['two', 'note'],
    })
  })

  test('with its orders and what not to do', () => {
    const verdict = judge(evidence([lookup]), { ...NO_RULES, rules: [rule('one', 'quota')] })
    expect(verdict).toMatchObject({ doNext: ['Do this.'], doNot: ['Do not do that.'] })
  })

  test('none that another one explains', () => {
    const rules = [rule('cause', 'auth'), rule('effect', 'quota', ['cause'])]
    expect(decided(evidence([lookup]), rules)).toMatchObject({ by: 'cause', also: [] })
    const notes = [rule('effect', 'quota', ['cause'])]
    expect(decided(evidence([lookup]), [rule('cause', 'auth')], notes).also).toEqual([])
    const alone = [rule('effect', 'quota', ['cause'])]
    expect(decided(evidence([lookup]), alone)).toMatchObject({ by: 'effect' })
  })

  test('the first of a list: it has explained the rest', () => {
    const list = [rule('one', 'quota'), rule('two', 'auth')].flat()
    expect(decided(evidence([lookup]), [list])).toMatchObject({ by: 'one', also: [] })
  })

  test('an unknown owner is inconclusive', () => {
    expect(decided(evidence([lookup]), [rule('shrug', 'unknown')])).toMatchObject({
      verdict: 'inconclusive',
      owner: 'unknown',
    })
  })
})

describe('a request that succeeded', () => {
  test('passes, and what rules say of its road is kept beside it', () => {
    expect(decided(evidence(proven), [rule('one', 'connection-path')])).toEqual({
      verdict: 'pass',
      owner: 'none',
      by: '',
      also: ['one'],
    })
  })

  test('does not hide a key in the front end', () => {
    const rules = [rule('one', 'quota'), rule('bundle', 'client-app')]
    expect(decided(evidence(proven), rules)).toEqual({
      verdict: 'fail',
      owner: 'client-app',
      by: 'bundle',
      also: ['one'],
    })
  })

  test.each([
    [{}, 'api.openai.com answered a real responses request for gpt-test.'],
    [
      { depth: 'auth' },
      'api.openai.com accepted the credentials. Quota was not tested at depth auth.',
    ],
    [
      { depthLimit: { depth: 'auth', because: 'No model.' } },
      'api.openai.com accepted the credentials. Not tested further: No model.',
    ],
  ] as const)('says what it proves: %o', (route, summary) => {
    const verdict = judge(evidence(proven, { route }), NO_RULES)
    expect(verdict).toMatchObject({
      verdict: 'pass',
      summary,
      rung: '',
      code: '',
      firstBad: 'none',
    })
    expect(verdict).toMatchObject({ httpStatus: 200, requestId: GENUINE['x-request-id'] })
  })

  test('on a later attempt says so', () => {
    const again = [
      failed('response', 'http.reset'),
      ok('response', responseFacts({ status: 200 }), { id: 'response#2', attempt: 2 }),
      ok('answer', { sdk: 'x', valid: true }, { id: 'answer#2', attempt: 2 }),
    ]
    expect(judge(evidence(again), NO_RULES).summary).toContain(' on attempt 2.')
  })

  test('without the object of the API is no success', () => {
    const empty = ok('answer', { sdk: 'x', valid: false })
    expect(judge(evidence([lookup, response, empty]), NO_RULES).verdict).toBe('inconclusive')
    const bare = evidence([lookup, response, skipped('answer', 'x')])
    expect(judge(bare, NO_RULES).verdict).toBe('inconclusive')
  })
})

describe('without a rule', () => {
  test('a failure is cited and not explained', () => {
    const seen = evidence([lookup, failed('connect', 'tcp.failed')])
    expect(judge(seen, NO_RULES)).toMatchObject({
      verdict: 'inconclusive',
      owner: 'unknown',
      rung: 'tcp',
      code: 'tcp.failed',
      rule: 'unknown/unexplained',
      retryable: false,
      cites: ['connect'],
      lastGood: 'dns',
    })
  })

  test('how far it came is cited, not what came first', () => {
    expect(judge(evidence([lookup, response]), NO_RULES)).toMatchObject({
      code: 'own.no_evidence',
      rung: 'http',
      cites: ['response'],
    })
    const early = ok('control', { host: 'x' }, { startedMs: 1 })
    const late = ok('status-page', { host: 'x', indicator: 'y', components: [] }, { startedMs: 9 })
    expect(judge(evidence([late, early]), NO_RULES).cites).toEqual(['control'])
  })

  test('nothing at all is nobody’s', () => {
    expect(judge(evidence([]), NO_RULES)).toMatchObject({
      verdict: 'inconclusive',
      owner: 'unknown',
      cites: [],
    })
  })

  test.each([
    [CANCELLED, 'own.cancelled', 'unknown/cancelled', 'cancelled at tcp'],
    [OUT_OF_TIME, 'own.out_of_time', 'unknown/out-of-time', 'nothing was sent'],
  ])('%s is no failure', (because, code, by, words) => {
    const verdict = judge(evidence([lookup, skipped('connect', because)]), NO_RULES)
    expect(verdict).toMatchObject({
      verdict: 'inconclusive',
      owner: 'unknown',
      rung: 'tcp',
      code,
      rule: by,
      retryable: true,
      cites: ['connect'],
      summary: expect.stringContaining(words),
    })
    expect(verdict.doNext).toHaveLength(1)
  })

  test('a failure before a cancellation stays a failure', () => {
    const seen = evidence([failed('lookup', 'dns.failed'), skipped('connect', CANCELLED)])
    expect(judge(seen, NO_RULES)).toMatchObject({ code: 'dns.failed', rung: 'dns' })
  })
})
