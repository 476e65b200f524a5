import { describe, expect, test } from 'vitest'
import { detectClient } from '../src/application/detect.ts'
import { anySpelling } from '../src/egress/variables.ts'
import { bypassing, NO_PROXY_DIALECTS } from '../src/egress/no-proxy.ts'
import { distance } from '../src/knowledge/distance.ts'
import {
  HOSTS,
  isAzureHost,
  isInternalHost,
  isOpenaiHost,
  isOwnHost,
  isPrivateHost,
  isPrivateName,
  knownHost,
  meantHost,
} from '../src/knowledge/hosts.ts'
import { Secret } from '../src/model/index.ts'
import type { AnyObservation, Client, Finding, LadderStep } from '../src/model/index.ts'
import { LAW } from '../src/rules/index.ts'
import { judge } from '../src/run/judge.ts'
import { climb } from '../src/run/ladder.ts'
import { fingerprint } from '../src/run/packet.ts'
import { longerWait, nextAttempt, whyNoMore } from '../src/run/patience.ts'
import { packetWithoutRoutes } from '../src/run/stored.ts'
import { packet } from './reports/packet-builder.ts'
import { keyInBase64 } from '../src/settings/key-forms.ts'
import { engineSource } from '../src/settings/sources.ts'
import { parsePercent } from '../src/settings/values.ts'
import { withheldHeaders } from '../src/settings/key-home.ts'
import { knownSecrets } from '../src/settings/surrounding-secrets.ts'
import { GENUINE, responseFacts } from './rules/answers/replies.ts'
import { KEY, routeOf, settingsOf } from './settings/source.ts'
import { address, evidence, failed, ok, skipped } from './rules/evidence-builder.ts'

/** Mutants that no other test noticed (`npm run mutate`): each of these lines kills one. */

describe('an entry of NO_PROXY', () => {
  test.each<[Client, string, string, boolean]>([
    ['go', '.api.test', 'https://eu.api.test/v1', true],
    ['go', '.api.test', 'https://api.test/v1', false],
    ['go', '.x.test', 'https://eu.yx.test/v1', false],
    ['go', '*.x.test', 'https://a.ex.test/v1', false],
    ['go', 'api.test:8443', 'https://api.test:8443/v1', true],
    ['go', 'api.test:8443', 'https://api.test/v1', false],
    ['go', 'api.test:443', 'https://api.test/v1', true],
    ['go', 'api.test:80', 'http://api.test/v1', true],
    ['go', '10.0.0.0/33', 'http://10.0.0.1/', false],
    ['go', '10.0.0.0/8', 'http://10.0.0.1/', true],
    ['go', '0.0.0.0/0', 'http://10.0.0.1/', true],
    ['go', 'fd00::/129', 'http://[fd00::1]/', false],
    ['bun', '10.0.0.0/8', 'http://10.0.0.1/', true],
    ['bun', '10.0.0.0/8', 'http://11.0.0.1/', false],
    ['ruby', '10.0.0.0/8', 'http://10.0.0.1/', true],
    ['ruby', '10.0.0.0/8', 'http://11.0.0.1/', false],
    ['bun', 'api.test:8443', 'https://api.test/v1', false],
    ['bun', 'api.test:8443', 'https://api.test:8443/v1', true],
    ['ruby', 'api.test:8443', 'https://api.test/v1', false],
    ['ruby', 'api.test:443', 'https://api.test/v1', true],
    ['deno', 'API.test', 'https://api.test/v1', false],
    ['deno', 'api.test', 'https://api.test/v1', true],
    ['deno', 'FD00::1', 'http://[fd00::1]/', true],
    ['java', 'api.*', 'https://api.test/v1', true],
    ['java', '*.test', 'https://api.test/v1', true],
    ['curl', '10.0.0.0/33', 'http://10.0.0.1/', false],
    ['curl', '10.0.0.0/24', 'http://10.0.0.200/', true],
    ['curl', '10.0.0.0/24', 'http://10.0.1.1/', false],
    ['curl', 'name/24', 'http://10.0.0.1/', false],
  ])('%s: %s and %s', (client, entry, url, expected) => {
    expect(bypassing(entry, new URL(url), NO_PROXY_DIALECTS[client]) !== undefined).toBe(expected)
  })
})

describe('a host', () => {
  test('that only begins like a web page is no slip of it', () => {
    expect(meantHost('my.chatgpt.com')).toBeUndefined()
    expect(meantHost('contoso.openai.azure.con')).toBe('contoso.openai.azure.com')
  })

  test('of a status page belongs to whose service it is', () => {
    expect(knownHost('status.openai.com')?.maker).toBe('openai')
    const gateways = HOSTS.filter(({ use, kind }) => use === 'status' && kind === 'gateway')
    expect(gateways.map(({ maker }) => maker)).toEqual(gateways.map(() => 'other'))
    expect(gateways).not.toEqual([])
  })

  test.each<[string, boolean, boolean, boolean]>([
    ['api.openai.com', true, true, false],
    ['eu.api.openai.com', true, true, false],
    ['a.openai.azure.com', true, false, true],
    ['gateway.corp.test', false, false, false],
    ['platform.openai.com', false, false, false],
  ])('%s is one’s own: %s, OpenAI’s: %s, Azure’s: %s', (host, own, openai, azure) => {
    expect([isOwnHost(host), isOpenaiHost(host), isAzureHost(host)]).toEqual([own, openai, azure])
  })

  test.each<[string, boolean, boolean, boolean]>([
    ['10.0.0.1', false, true, true],
    ['8.8.8.8', false, false, true],
    ['db', true, true, true],
    ['api.svc', true, true, true],
    ['api.default.svc.example.com', true, true, true],
    ['api.example.com', false, false, false],
  ])('%s is a private name: %s, private: %s, internal: %s', (host, name, inside, internal) => {
    expect([isPrivateName(host), isPrivateHost(host), isInternalHost(host)]).toEqual([
      name,
      inside,
      internal,
    ])
  })

  test.each<[string, string, number]>([
    ['openai', 'openai', 0],
    ['opnai', 'openai', 1],
    ['opneai', 'openai', 1],
    ['oepnia', 'openai', 2],
    ['ab', 'cd', 2],
    ['abx', 'xab', 2],
    ['', 'abc', 3],
  ])('slips from %s to %s: %i', (from, to, slips) => {
    expect(distance(from, to)).toBe(slips)
  })
})

const lookup = ok(
  'lookup',
  {
    host: 'api.openai.com',
    resolver: 'getaddrinfo',
    addresses: [address('162.159.140.245')],
    of: 'target',
  },
  { elapsedMs: 30 },
)

describe('a step of the ladder', () => {
  const stepOf = (
    seen: readonly AnyObservation[],
    rung: LadderStep['rung'],
    finding?: Finding,
    baseUrl?: string,
  ) =>
    climb(
      evidence(seen, baseUrl === undefined ? {} : { route: { baseUrl } }),
      finding,
      'openai',
    ).ladder.find((step) => step.rung === rung)

  test('of the settings is proven where nothing of them was found', () => {
    expect(stepOf([lookup], 'config')).toMatchObject({ status: 'ok' })
  })

  test('says why a rung was not climbed', () => {
    const http = 'http://127.0.0.1:9/v1'
    expect(stepOf([lookup], 'tls', undefined, http)?.because).toBe('the base URL is http://')
    expect(stepOf([lookup], 'tcp', undefined, http)?.because).toBe('not reached')
    expect(stepOf([lookup], 'tls')?.because).toBe('not reached')
    expect(stepOf([lookup], 'proxy')?.because).toBe('this client goes direct')
    expect(stepOf([skipped('lookup', 'a proxy resolves')], 'dns')?.because).toBe('a proxy resolves')
  })

  test('takes as long as all that was seen of it', () => {
    const second = { ...lookup, id: 'lookup-2', elapsedMs: 12.34 }
    expect(stepOf([lookup, second], 'dns')).toMatchObject({ status: 'ok', elapsedMs: 42.3 })
    const broken = failed('lookup', { code: 'dns.name_not_resolved' })
    expect(stepOf([broken], 'dns')).toMatchObject({ status: 'failed', cites: ['lookup'] })
  })

  test('that failed shows what was seen there, else the code', () => {
    const broken = failed('lookup', { code: 'dns.name_not_resolved', errno: 'ENOTFOUND' })
    const found = { ...finding('connection-path', 'dns.name_not_resolved'), rung: 'dns' } as const
    expect(stepOf([broken], 'dns', found)?.because).toContain('ENOTFOUND')
    expect(stepOf([], 'dns', found)?.because).toBe('dns.name_not_resolved')
  })

  const finding = (owner: Finding['owner'], code: Finding['code']): Finding => ({
    rule: 'one',
    owner,
    rung: 'answer',
    code,
    retryable: true,
    summary: 'It says so.',
    doNext: ['Do this.'],
    doNot: [],
    cites: [lookup],
  })
  const response = (status: number, headers: Readonly<Record<string, string>> = {}) =>
    ok('response', responseFacts({ status, headers: { ...GENUINE, ...headers }, body: {} }))
  const account = { 'openai-organization': 'org' }

  test.each<[string, AnyObservation, Finding, string]>([
    ['a refusal', response(404), finding('request', 'api.model_not_found'), 'accepted'],
    ['a fault', response(500), finding('request', 'api.server_error'), 'not shown by this answer'],
    [
      'a fault with an account',
      response(500, account),
      finding('request', 'api.server_error'),
      'accepted',
    ],
    [
      'the server',
      response(404),
      finding('api-server', 'api.server_error'),
      'not shown by this answer',
    ],
    ['nobody', response(404), finding('unknown', 'api.server_error'), 'not shown by this answer'],
    [
      'the path',
      response(404),
      finding('connection-path', 'api.server_error'),
      'not shown by this answer',
    ],
  ])('behind %s is proven by how far the API let it go', (_name, seen, found, because) => {
    const { ladder } = climb(evidence([lookup, seen]), found, 'openai')
    expect(ladder.find(({ rung }) => rung === 'auth')?.because).toBe(because)
  })
})

describe('waiting', () => {
  test.each([
    [
      'for the limit that is used up, whatever the other one says',
      { requests: { remaining: 5, resetMs: 9000 }, tokens: { remaining: 0, resetMs: 2000 } },
      2000,
    ],
    ['for a limit that says only when it resets', { requests: { resetMs: 3000 } }, 3000],
  ])('%s', (_title, limits, afterMs) => {
    const seen = responseFacts({ status: 429, headers: GENUINE, body: {}, facts: { limits } })
    const observations = [ok('response', seen)]
    const route = { attempts: 2, waitUpToMs: 0 }
    expect(nextAttempt({ ...state, observations, route })?.afterMs).toBe(afterMs)
  })

  const asking = ok(
    'response',
    responseFacts({
      status: 429,
      headers: GENUINE,
      body: {},
      facts: { limits: { retryAfterMs: 30_000 } },
    }),
  )
  const state = {
    verdict: {
      ...judge(evidence([lookup]), { ...LAW, rules: [], notes: [] }),
      verdict: 'fail',
      retryable: true,
    },
    observations: [asking],
    attempt: 1,
    sinceMs: 4000,
    remainingMs: 60_000,
  } as const

  test('is given up where the deadline leaves no second for the attempt behind it', () => {
    const route = { attempts: 2, waitUpToMs: 0 }
    const leaving = (remainingMs: number) => nextAttempt({ ...state, route, remainingMs })
    expect([leaving(31_000), leaving(31_001)]).toEqual([undefined, { afterMs: 30_000 }])
  })

  test('says what wait-up-to leaves, and what the deadline leaves', () => {
    expect(whyNoMore({ ...state, route: { attempts: 1, waitUpToMs: 10_000 } })).toContain(
      'wait-up-to leaves 6 s',
    )
    const twice = { ...state, route: { attempts: 2, waitUpToMs: 0 } }
    expect(whyNoMore({ ...twice, remainingMs: 20_000 })).toContain('the deadline leaves 20 s')
    expect(nextAttempt(twice)?.afterMs).toBe(30_000)
    const late = { ...state, sinceMs: 4000, attempt: 6, route: { attempts: 1, waitUpToMs: 10_000 } }
    expect(whyNoMore({ ...late, observations: [] })).toBe('All 6 attempts ended like this.')
    expect(whyNoMore({ ...late, sinceMs: 9_900, attempt: 1, observations: [] })).toBe(
      'The only attempt ended like this.',
    )
    const over = { ...state, sinceMs: 10_000, route: { attempts: 1, waitUpToMs: 10_000 } }
    expect(whyNoMore(over)).not.toContain('wait-up-to leaves')
  })
})

describe('a setting', () => {
  const problemsOf = (inputs: Readonly<Record<string, string>>): string =>
    JSON.stringify(settingsOf({ inputs, env: { OPENAI_API_KEY: KEY } }).problems)

  test('may be a percentage with one decimal', () => {
    expect(problemsOf({ 'headroom-warning': '2.5%' })).toBe(problemsOf({}))
    expect(problemsOf({ 'headroom-warning': '2.5.5%' })).not.toBe(problemsOf({}))
  })

  test('that is a URL may hold no user, with or without a password', () => {
    expect(problemsOf({ 'control-url': 'https://ghe.test' })).toBe(problemsOf({}))
    for (const login of ['user', 'user:word', ':word']) {
      expect(problemsOf({ 'control-url': `https://${login}@ghe.test` })).not.toBe(problemsOf({}))
    }
  })

  test('that lets a connection rest for less than the run may take is no conflict', () => {
    const rest = (deadline: string) =>
      problemsOf({ 'path-checks': 'stream', deadline }).includes('lets a connection rest')
    expect(rest('1s')).toBe(false)
  })

  test('with the port of the other scheme is quoted as it is', () => {
    const inputs = { 'base-url': 'http://gateway.corp.test:443/v1' }
    const { problems } = routeOf({ inputs, env: { OPENAI_API_KEY: KEY } })
    expect(JSON.stringify(problems)).toContain('uses http on port 443')
  })
})

describe('what the environment adds to every request', () => {
  const lines = 'x-team: payments\nnoheader\nx-token:abcdefghijkl'
  const env = { OPENAI_CUSTOM_HEADERS: lines }

  test('is withheld from another host by the names of its headers', () => {
    expect(withheldHeaders(env, 'https://llm.corp.test/v1')).toEqual(['x-team', 'x-token'])
    expect(withheldHeaders(env, 'https://api.openai.com/v1')).toBeUndefined()
  })

  test('is secret behind the colon, with or without a blank', () => {
    expect(knownSecrets(env).map((secret) => secret.reveal())).toEqual(['abcdefghijkl'])
  })
})

test.each([
  ['x'.repeat(40), false],
  [KEY, true],
  [KEY.slice(0, 19), false],
])('a key has a fingerprint when it is long and has the form of a vendor: %#', (key, has) => {
  expect(fingerprint(new Secret(key, 'test'))).toMatch(has ? /^[\da-f]{12}$/ : /^$/)
})

test('a share is at most the whole', () => {
  expect(parsePercent('100%')).toEqual({ value: 1 })
  expect(parsePercent('101%')).toMatchObject({ wrong: 'is not a share in percent' })
})

test('a program that calls the engine is asked with its own environment', () => {
  expect(engineSource({ env: { OPENAI_MODEL: 'mine' } }).env).toEqual({ OPENAI_MODEL: 'mine' })
})

test.each([
  ['of OpenAI without a known form', `sk-${'a'.repeat(12)}`, true],
  ['of another vendor', `gsk_${'aB3'.repeat(17)}a`, true],
  ['that is none', 'not-a-key-of-any-vendor', false],
])('a key %s in base64 is told as one', (_title, key, isOne) => {
  expect(keyInBase64(btoa(key)) !== undefined).toBe(isOne)
})

test('a lock file of Ruby without a library of the API still shows the language', () => {
  const client = detectClient({
    files: ['Gemfile.lock'],
    readFile: () => '    rack (3.0.0)\n',
  }).client
  expect(client).toBe('ruby')
})

test('Python names the spelling of a proxy variable that loses, and never the one that wins', () => {
  const env = { HTTPS_PROXY: 'http://one:1', https_proxy: 'http://two:2' }
  const { chosen, losers } = anySpelling({ env, platform: 'linux' }, 'https_proxy')
  expect([chosen?.name, losers.map(({ name }) => name)]).toEqual(['https_proxy', ['HTTPS_PROXY']])
})

test.each(['okhttp3', 'java.net.http'] as const)(
  'a call of Java says that it imports %s',
  (name) => {
    const checkout = { files: ['A.java'], readFile: () => `import ${name}.Client;` }
    expect(detectClient(checkout, { file: 'A.java', clients: ['java'] }).imports).toBe(name)
  },
)

test('a run that did not get as far as a route claims no retry', () => {
  const { runtime } = packet()
  const saying = {
    verdict: 'fail',
    owner: 'unknown',
    code: 'own.crash',
    rule: 'own/crash',
    summary: 'x',
  } as const
  expect(packetWithoutRoutes(saying, runtime).verdict.retryable).toBe(false)
})

test.each([
  ['a minute where the application says nothing', {}, 600_000, 60_000],
  ['as long as the application', { applicationTimeoutMs: 90_000 }, 600_000, 90_000],
  ['to the deadline', {}, 20_000, 20_000],
  ['no longer than before', { applicationTimeoutMs: 9000 }, 600_000, undefined],
])('a silent service is waited for %s', (_title, own, leftMs, waitMs) => {
  expect(longerWait({ timeoutMs: 10_000, ...own }, leftMs)).toBe(waitMs)
})
