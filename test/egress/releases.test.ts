import { describe, expect, test } from 'vitest'
import { wayOut } from '../../src/egress/index.ts'
import { changesOf, CLIENT_RELEASES, hasFeature } from '../../src/knowledge/client-releases.ts'
import { CLIENTS, exitOf, type Client } from '../../src/model/index.ts'
import { pem, question } from './question.ts'

const P = 'http://proxy.test:3128'
const FILES = { '/ca.pem': pem('corporate'), '/d/0a1b2c3d.0': pem('corporate') }

function way(client: Client, env: Readonly<Record<string, string>>, release?: string) {
  const asked = question(env, {
    files: FILES,
    releases: release === undefined ? {} : { [client]: release },
  })
  return wayOut(client, asked)
}

const past = (value: string) => ({ https_proxy: P, NO_PROXY: value })

/** An environment in which the change decides, a release before it and one with it. */
const DECIDES: readonly (readonly [
  client: Client,
  change: string,
  env: Readonly<Record<string, string>>,
  before: string,
  since: string,
])[] = [
  ['node', 'environmentProxy', { HTTPS_PROXY: P, NODE_USE_ENV_PROXY: '1' }, '20.20.2', '24.0.0'],
  [
    'node',
    'environmentProxyFlag',
    { HTTPS_PROXY: P, NODE_OPTIONS: '--use-env-proxy' },
    '24.4.1',
    '22.21.0',
  ],
  ['node', 'systemRoots', { NODE_USE_SYSTEM_CA: '1' }, '22.18.0', '22.19.0'],
  ['bun', 'moreForms', { ALL_PROXY: P }, '1.3.14', '1.4.0'],
  ['bun', 'moreForms', past('*.openai.test'), '1.3.14', '1.4.0'],
  ['bun', 'opensslRoots', { SSL_CERT_FILE: '/ca.pem' }, '1.3.0', '1.3.6'],
  ['bun', 'wholeNames', past('pi.openai.test'), '1.3.6', '1.3.10'],
  ['bun', 'emptyPassedOver', { https_proxy: '', HTTPS_PROXY: P }, '1.3.10', '1.3.12'],
  ['deno', 'extraRoots', { NODE_EXTRA_CA_CERTS: '/ca.pem' }, '2.7.14', '2.8.3'],
  ['go', 'anyScheme', { HTTPS_PROXY: 'socks5h://proxy.test' }, '1.22.9', '1.23.0'],
  ['go', 'anyScheme', { HTTPS_PROXY: 'ftp://proxy.test:3128' }, '1.19.8', '1.27.3'],
  ['dotnet', 'socks', { HTTPS_PROXY: 'socks5://proxy.test' }, '5.0.17', '8.0.11'],
  ['php', 'commas', past('a.test api.openai.test'), '7.88.1', '8.23.0'],
  ['curl', 'commas', past('a.test api.openai.test'), '8.8.0', '8.9.0'],
  ['curl', 'missingFile', { SSL_CERT_FILE: '/none', SSL_CERT_DIR: '/d' }, '7.88.1', '8.23.0'],
  ['rust', 'matcher', { HTTPS_PROXY: '', https_proxy: P }, '0.12.15', '0.12.16'],
  ['rust', 'matcher', { HTTPS_PROXY: ` ${P}` }, '0.12.15', '0.13.5'],
]

describe('a rule that came with a release', () => {
  test.each(DECIDES)(
    '%s %s with %j: before %s it is another way',
    (client, _, env, before, since) => {
      const rules = ({ egress, ca }: ReturnType<typeof way>) => [exitOf(egress), ca, egress.trust]
      expect(rules(way(client, env, before))).not.toEqual(rules(way(client, env, since)))
      expect(rules(way(client, env, since))).toEqual(rules(way(client, env)))
    },
  )

  test.each(DECIDES)(
    '%s %s with %j: where nobody knows the release, the plan names the rule',
    (client, change, env, before) => {
      const rules: Readonly<Record<string, { readonly what: string }>> =
        CLIENT_RELEASES[client].changes
      expect(way(client, env).egress.assumes?.join()).toContain(rules[change]?.what)
      expect(way(client, env, before).egress.assumes).toBeUndefined()
    },
  )

  test.each([...CLIENTS])('%s: nothing is assumed where no release decides', (client) => {
    expect(way(client, {}).egress.assumes).toBeUndefined()
  })

  test('the addresses that are dialled depend on it too', () => {
    expect(way('node', {}, 'v18.20.8').egress.firstAddressOnly?.because).toBe('Node.js 18.20.8')
    expect(way('node', {}, 'v20.20.2').egress.firstAddressOnly).toBeUndefined()
    expect(way('ruby', {}, '3.3.8').egress.addressTimeoutMs).toBe(0)
    expect(way('ruby', {}, '3.4.1').egress.addressTimeoutMs).toBe(250)
  })

  test('Bun read the variables of OpenSSL before too, where the system store is asked for', () => {
    const env = { SSL_CERT_FILE: '/ca.pem', NODE_USE_SYSTEM_CA: '1' }
    expect(way('bun', env, '1.3.0').ca).toContain(pem('corporate'))
  })

  test('every change of the table says where that is known from', () => {
    const all = CLIENTS.flatMap((client) => changesOf(client).map(([, change]) => change))
    expect(all.length).toBeGreaterThan(10)
    for (const { since, what, source } of all) {
      expect(since.length).toBeGreaterThan(0)
      expect(what).toMatch(/^[a-z]/)
      expect(source).toMatch(/^(https:\/\/|measured with \d)/)
    }
  })

  test.each([
    ['0.12.15', ['0.12.16'], false],
    ['0.12.16', ['0.12.16'], true],
    ['0.13', ['0.12.16'], true],
    ['1.22.9', ['1.23'], false],
    ['v22.21.0', ['24.0', '22.21'], true],
    ['v23.11.0', ['24.0', '22.21'], false],
    ['', ['1.0'], false],
  ] as const)('%s has what came with %j: %s', (release, since, has) => {
    expect(hasFeature(release, since)).toBe(has)
  })
})
