import {
  assert,
  constantFrom,
  dictionary,
  oneof,
  property,
  string as anyString,
  tuple,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allClientPaths, CLIENTS, otherWay, samePath, wayOut } from '../../src/egress/index.ts'
import { pemCertificates, processRoots } from '../../src/egress/trust.ts'
import { CLIENT_FACTS } from '../../src/knowledge/clients.ts'
import { CLIENTS as MODEL_CLIENTS, type Client, type EgressPlan } from '../../src/model/index.ts'
import { pem, question } from './question.ts'

const P = 'http://proxy.test:3128'
const named = (plans: readonly EgressPlan[]) => {
  const of = (client: Client): EgressPlan => {
    const found = plans.find(({ egress }) => egress.client === client)
    if (found === undefined) throw new Error(client)
    return found
  }
  return { node: of('node'), python: of('python'), curl: of('curl') }
}
const clients = Object.keys(CLIENTS).filter((name): name is Client =>
  MODEL_CLIENTS.some((client) => client === name),
)

test('every client of the model has its rules', () => {
  expect(clients.toSorted()).toEqual([...MODEL_CLIENTS].toSorted())
})

test.each(clients)('what was not measured of %s has a page for each rule', (client) => {
  const { source, documented } = CLIENT_FACTS[client]
  const needed =
    'measuredWith' in source ? [] : ['proxy', 'NO_PROXY', 'roots', 'addresses', 'HTTP version']
  expect(Object.keys(documented)).toEqual(expect.arrayContaining(needed))
  for (const page of Object.values(documented)) expect(page).toMatch(/^https:\/\/\S+$/)
})

describe.each(clients)('contract of %s', (client) => {
  const NAMES = [
    'HTTPS_PROXY',
    'https_proxy',
    'HTTP_PROXY',
    'ALL_PROXY',
    'NO_PROXY',
    'no_proxy',
    'HTTP_PORXY',
    'NODE_OPTIONS',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
  ]
  const SECRET = 'Zq9Xw7Kd3'
  const value = oneof(
    anyString(),
    tuple(
      constantFrom('http://', 'https://', 'socks5://', 'socks4://', 'ftp://', '', '"http://'),
      anyString({ maxLength: 4 }),
    ).map(([scheme, odd]) => `${scheme}user${odd}:${SECRET}${odd}@proxy.test:3128`),
  )

  test('never throws, and never shows a password', () => {
    assert(
      property(dictionary(constantFrom(...NAMES), value), (env) => {
        const asked = { ...env, NODE_USE_ENV_PROXY: '1' }
        const { egress } = wayOut(client, question(asked))
        expect(egress.client).toBe(client)
        const { trust, ...shown } = egress
        expect(trust.length).toBeGreaterThanOrEqual(1)
        expect(JSON.stringify(shown)).not.toContain(SECRET)
        expect(egress.unusable !== undefined && egress.proxy !== undefined).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('says why in one sentence, with and without a proxy', () => {
    for (const env of [{}, { HTTPS_PROXY: P, NODE_USE_ENV_PROXY: '1' }]) {
      const { egress } = wayOut(client, question(env))
      expect(egress.reason).toMatch(/^\S.*\.$/)
    }
  })

  test('a proxy is named with the variable that decided', () => {
    const env = {
      HTTPS_PROXY: P,
      NODE_USE_ENV_PROXY: '1',
      http_proxy: P,
      JAVA_TOOL_OPTIONS: '-Dhttps.proxyHost=proxy.test -Dhttps.proxyPort=3128',
    }
    const source =
      { java: 'https.proxyHost', ruby: 'http_proxy' }[client as string] ?? 'HTTPS_PROXY'
    const { egress } = wayOut(client, question(env))
    expect(egress.proxy).toMatchObject({ host: 'proxy.test', port: 3128, source })
    expect(egress.reason).toContain(source)
  })

  test('a misspelt name is found', () => {
    const { egress } = wayOut(client, question({ HTTPS_PORXY: P }))
    expect(egress.ignored.map(({ variable }) => variable)).toContain('HTTPS_PORXY')
  })

  test('an empty HTTPS_PROXY is named where no proxy is used', () => {
    const { egress } = wayOut(client, question({ HTTPS_PROXY: '' }))
    expect(egress.ignored).toMatchObject([{ variable: 'HTTPS_PROXY' }])
  })
})

describe('where clients differ', () => {
  test('with HTTPS_PROXY alone Node goes direct and the others through the proxy', () => {
    const ways = named(allClientPaths(question({ HTTPS_PROXY: P })))
    expect(samePath(ways.python, ways.curl)).toBe(true)
    expect(samePath(ways.node, ways.curl)).toBe(false)
  })

  test('with NODE_USE_ENV_PROXY all go the same way, whatever they trust', () => {
    const ways = named(allClientPaths(question({ HTTPS_PROXY: P, NODE_USE_ENV_PROXY: '1' })))
    expect(samePath(ways.node, ways.curl)).toBe(true)
    expect(samePath(ways.node, ways.python)).toBe(true)
  })

  test('two proxies are two ways', () => {
    const one = wayOut('curl', question({ HTTPS_PROXY: P }))
    const two = wayOut('curl', question({ HTTPS_PROXY: 'http://proxy.test:3129' }))
    expect(samePath(one, two)).toBe(false)
  })
})

describe('the other way', () => {
  const through = (client: Client, env: Record<string, string>) =>
    otherWay(client, question(env))?.egress.proxy?.source

  test.each([
    ['node', { HTTPS_PROXY: P }, 'HTTPS_PROXY'],
    ['node', { ALL_PROXY: P }, 'ALL_PROXY'],
    ['node', { HTTPS_PROXY: P, NODE_USE_ENV_PROXY: '1', NO_PROXY: '.openai.test' }, 'HTTPS_PROXY'],
    ['node', { HTTPS_PROXY: 'proxy.test:3128', NODE_USE_ENV_PROXY: '1' }, 'HTTPS_PROXY'],
    ['curl', { HTTPS_PROXY: P, NO_PROXY: '*' }, 'HTTPS_PROXY'],
  ] as const)('%s with %j: through the proxy of %s', (client, env, source) => {
    expect(through(client, env)).toBe(source)
  })

  test('behind a proxy it is direct, with the same trust', () => {
    const env = { HTTPS_PROXY: P }
    const other = otherWay('curl', question(env))
    expect(other?.egress.proxy).toBeUndefined()
    expect(other?.ca).toEqual([pem('system')])
    expect(other?.proxyCredentials).toBeUndefined()
  })

  test('there is none where no proxy is named', () => {
    expect(otherWay('node', question({}))).toBeUndefined()
  })

  test('the credentials of the proxy come with it', () => {
    const other = otherWay('node', question({ HTTPS_PROXY: 'http://a:b@proxy.test:1' }))
    expect(other?.proxyCredentials).toEqual({ username: 'a', password: 'b' })
  })
})

test('certificates are cut out of a PEM text without keys and comments', () => {
  const key = ['-----BEGIN', 'PRIVATE KEY-----\nAAAA\n-----END', 'PRIVATE KEY-----\n'].join(' ')
  expect(pemCertificates(`# one\n${pem('a')}${key}\r\n${pem('b')}junk`)).toEqual([
    pem('a'),
    pem('b'),
  ])
  expect(pemCertificates('')).toEqual([])
})

test('the bundled roots of this process are PEM certificates', () => {
  expect(processRoots.bundled().length).toBeGreaterThan(50)
  expect(pemCertificates(processRoots.bundled()[0] ?? '')).toHaveLength(1)
})

describe('what the certificates of a client may end in', () => {
  test.each([
    ['curl', true],
    ['go', true],
    ['rust', true],
    ['deno', true],
    ['node', undefined],
    ['python', undefined],
    ['ruby', undefined],
  ] as const)('%s takes a trusted intermediate as the end of a chain: %s', (client, partial) => {
    expect(wayOut(client, question({})).partialChain).toBe(partial)
  })

  test("Deno's system store is what SSL_CERT_FILE names, once it is asked for", () => {
    const env = { SSL_CERT_FILE: '/ca.pem' }
    const files = { '/ca.pem': pem('corporate') }
    expect(wayOut('deno', question(env, { files })).ca).toEqual([pem('bundled')])
    const asked = { ...env, DENO_TLS_CA_STORE: 'mozilla,system' }
    expect(wayOut('deno', question(asked, { files })).ca).toEqual([
      pem('bundled'),
      pem('corporate'),
    ])
  })

  test('curl verifies a proxy by TLS with the system alone', () => {
    const plan = wayOut(
      'curl',
      question({ CURL_CA_BUNDLE: '/ca.pem' }, { files: { '/ca.pem': pem('corporate') } }),
    )
    expect(plan.ca).toContain(pem('corporate'))
    expect(plan.proxyCa).toEqual([pem('system')])
  })

  test('Java takes its proxy from properties, and says what stands in for a store it cannot show', () => {
    const env = {
      HTTPS_PROXY: P,
      JAVA_TOOL_OPTIONS:
        '-Dhttps.proxyHost=p.test -Dhttps.proxyPort=8080 -Djavax.net.ssl.trustStore=/ts.p12',
    }
    const { egress } = wayOut('java', question(env, { files: { '/ts.p12': 'binary' } }))
    expect(egress.proxy).toMatchObject({ host: 'p.test', port: 8080, source: 'https.proxyHost' })
    expect(egress.trust.map(({ source }) => source).join()).toContain('stands in')
    expect(wayOut('java', question({ HTTPS_PROXY: P })).egress.ignored).toMatchObject([
      { variable: 'HTTPS_PROXY', fix: expect.stringContaining('JAVA_TOOL_OPTIONS') },
    ])
  })

  test.each([
    ['deno', 'ftp://x', undefined],
    ['go', ' http://proxy.test', undefined],
    ['dotnet', 'http://proxy.test:x', undefined],
    ['bun', 'ftp://x', 'client'],
    ['curl', 'ftp://x', 'client'],
  ] as const)('%s and the value %j it cannot read', (client, HTTPS_PROXY, by) => {
    const { egress } = wayOut(client, question({ HTTPS_PROXY }))
    expect(egress.unusable?.by).toBe(by)
    expect(egress.proxy).toBeUndefined()
    expect(egress.ignored.map(({ variable }) => variable)).toEqual(
      by === undefined ? ['HTTPS_PROXY'] : [],
    )
  })
})
