import { describe, expect, test } from 'vitest'
import { looksRandom, entropyOf } from '../src/browser/entropy.ts'
import { exitCodeOf, failing } from '../src/doors/exit-code.ts'
import type { Packet, PacketRoute, Verdict } from '../src/model/index.ts'
import { createRedactor } from '../src/redaction/index.ts'
import { buildPacket } from '../src/run/packet.ts'
import { nextAttempt } from '../src/run/patience.ts'
import { secondRoundMs } from '../src/run/second-round.ts'
import { describeRuntime } from '../src/settings/runtime.ts'
import { codes, routeOf } from './settings/source.ts'
import { asked } from './wire/send.ts'

/** Small decisions with large effects: each was changed once without any other test noticing. */

const BASE: Verdict = {
  verdict: 'pass',
  owner: 'none',
  confidence: '',
  branch: 'none',
  rung: '',
  code: '',
  rule: '',
  responder: '',
  product: '',
  httpStatus: '',
  requestId: '',
  retryable: false,
  summary: 'This is what it came to.',
  lastGood: 'http',
  firstBad: 'none',
  doNext: [],
  doNot: [],
  cites: [],
  also: [],
  ladder: [],
}

/** What one route can come to, the worst first. */
const OUTCOMES = {
  'a failure that fails the job': { verdict: 'fail', owner: 'auth', failOn: ['auth'] },
  'an open question that fails the job': {
    verdict: 'inconclusive',
    owner: 'unknown',
    failOn: ['unknown'],
  },
  'a failure that only warns': { verdict: 'fail', owner: 'auth', failOn: ['quota'] },
  'an open question that only warns': { verdict: 'inconclusive', owner: 'unknown', failOn: [] },
  'a pass': { verdict: 'pass', owner: 'none', failOn: ['auth'] },
} as const
type Outcome = keyof typeof OUTCOMES
const NAMES = Object.keys(OUTCOMES).filter((name): name is Outcome => name in OUTCOMES)

function packetOf(...names: readonly Outcome[]): Packet {
  const results = names.map((name) => {
    const { failOn, ...verdict } = OUTCOMES[name]
    const { route, plan } = asked({ baseUrl: 'https://gateway.corp.test/v1' })
    const routeRun = {
      route: { ...route, name, failOn: [...failOn] },
      plan,
      otherWays: [],
      before: [],
      wayTo: () => plan,
    }
    return { routeRun, observations: [], verdict: { ...BASE, ...verdict }, attempts: 1 }
  })
  return buildPacket({
    results,
    startedAt: new Date(0),
    elapsedMs: 1,
    runtime: describeRuntime({}),
    redactor: createRedactor([]),
  })
}

describe('the worst route decides for the run, wherever it stands', () => {
  const pairs = NAMES.flatMap((worse, at) => NAMES.slice(at + 1).map((better) => [worse, better]))
  test.each(pairs)('%s before %s', (worse, better) => {
    if (!isOutcome(worse) || !isOutcome(better)) throw new Error('no such outcome')
    expect(packetOf(worse, better).verdict.route).toBe(worse)
    expect(packetOf(better, worse).verdict.route).toBe(worse)
  })
})

function isOutcome(name: string | undefined): name is Outcome {
  return name !== undefined && name in OUTCOMES
}

describe('the exit code', () => {
  test.each<[number, readonly Outcome[]]>([
    [0, ['a pass']],
    [0, ['a failure that only warns', 'a pass']],
    [0, ['an open question that only warns']],
    [1, ['a failure that fails the job', 'a pass']],
    [1, ['an open question that fails the job', 'a failure that fails the job']],
    [3, ['an open question that fails the job', 'a failure that only warns']],
  ])('is %i after %s: each route counts by its own fail-on', (code, names) => {
    const packet = packetOf(...names)
    expect(exitCodeOf(packet)).toBe(code)
    // That of the run is for a run without routes, and takes nothing back.
    expect(exitCodeOf(packet, ['auth', 'unknown', 'quota'])).toBe(code)
    expect(failing(packet)).toBe(code !== 0)
  })

  test('of a run without a route is decided by the fail-on of the run', () => {
    const packet = packetOf('a failure that fails the job')
    const routes: readonly PacketRoute[] = []
    expect(exitCodeOf({ ...packet, routes }, ['auth'])).toBe(1)
    expect(exitCodeOf({ ...packet, routes }, ['quota'])).toBe(0)
  })
})

test('pauses double from half a second up to eight seconds', () => {
  const state = {
    verdict: { ...BASE, verdict: 'fail', retryable: true },
    observations: [],
    route: { attempts: 9, waitUpToMs: 0 },
    sinceMs: 0,
    remainingMs: 60_000,
  } as const
  const pauses = [1, 2, 3, 4, 5, 6].map((attempt) => nextAttempt({ ...state, attempt })?.afterMs)
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 8000])
})

test.each([
  [1000, 0, 1200],
  [1000, 400, 800],
  [1000, 1000, 200],
  // An attempt may end late: the second round has a fifth all the same.
  [1000, 5000, 200],
])('of %i ms, %i spent, the second round has %i', (timeoutMs, spentMs, expected) => {
  expect(Math.round(secondRoundMs(timeoutMs, spentMs))).toBe(expected)
})

describe('a key for OpenAI', () => {
  const keyed = (length: number): readonly string[] => {
    const key = `sk-${'Qx7mB2vN9Zt4Kw8Lp3Rd'.slice(0, length - 3)}`
    return codes(routeOf({ inputs: {}, env: { OPENAI_API_KEY: key } }).problems)
  }
  test('of 19 characters is shorter than any', () => {
    expect(keyed(19)).toEqual(['warning config.key_malformed'])
  })
  test('of 20 characters is not', () => {
    expect(keyed(20)).toEqual([])
  })
})

describe('a value looks random', () => {
  // Four characters of one bit each, then a little less and a little more than the limit.
  test.each([
    ['hex digits of 2.75 bits', 'a1b2c3d4a1b2a1b2', false],
    ['hex digits of 3.25 bits', 'a1b2c3d4e5a1b2c3', true],
    ['letters and digits of 3.6 bits', 'g1h2j3k4m5n6g1h2', false],
    ['letters and digits of 4 bits', 'g1h2j3k4m5n6p7q8', true],
    ['letters alone', 'gzhyjxkwmvnupaqb', false],
    ['digits alone', '1739205846172930', false],
    ['hex digits without a digit', 'abfcedafbdcefabd', false],
  ])('%s: %s is %s', (_what, text, random) => {
    expect([entropyOf(text), looksRandom(text)]).toEqual([expect.any(Number), random])
  })
})

describe('a secret is known', () => {
  const KEY = 'Qx7+mB2/vN9Zt4Kw8Lp3'
  const at = (length: number): string => KEY.slice(0, length)
  const kept = (text: string, value: string): boolean =>
    createRedactor([{ value, what: 'key' }]).text(text, 'here') === text
  test.each([
    ['anywhere from 6 characters on', at(6), `x ${at(6)} y`, false],
    ['and below where a credential stands alone', at(5), `x ${at(5)} y`, true],
    ['across white space from 12 characters on', at(12), `x ${at(5)}\n${at(12).slice(5)} y`, false],
    ['and not below', at(11), `x ${at(5)}\n${at(11).slice(5)} y`, true],
    ['without its punctuation from 16 characters on', at(18), 'x Qx7mB2vN9Zt4Kw8L y', false],
  ])('%s', (_what, value, text, clean) => {
    expect(kept(text, value)).toBe(clean)
  })

  test('behind the name of a credential to its last character, however short', () => {
    const text = createRedactor([{ value: at(5), what: 'key' }]).text(`password=${at(5)};`, 'here')
    expect(text).toMatch(/^password=\W.*[^m];$/)
  })
})
