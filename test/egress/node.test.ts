import { describe, expect, test } from 'vitest'
import { wayOut } from '../../src/egress/index.ts'
import { hasFeature } from '../../src/knowledge/client-releases.ts'
import { nodeOptions } from '../../src/egress/node.ts'
import { pem, question } from './question.ts'

const P = 'http://proxy.test:3128'
const node = (...given: Parameters<typeof question>) => wayOut('node', question(...given))
const ignored = (...given: Parameters<typeof question>) =>
  node(...given).egress.ignored.map(({ variable }) => variable)

describe("Node's fetch and the proxy", () => {
  test('HTTPS_PROXY is set but ignored, and the fix names the job env', () => {
    expect(node({ HTTPS_PROXY: P }).egress).toMatchObject({
      reason: "Node's fetch ignores HTTPS_PROXY unless NODE_USE_ENV_PROXY is 1.",
      ignored: [
        {
          variable: 'HTTPS_PROXY',
          because:
            "HTTPS_PROXY is set, but Node's fetch ignores it unless NODE_USE_ENV_PROXY is 1.",
          fix: "Set NODE_USE_ENV_PROXY: 1 in the job's env.",
        },
      ],
    })
  })

  test('the variable that decided is named as it is spelt', () => {
    const { egress } = node({ https_proxy: P, NODE_USE_ENV_PROXY: '1' })
    expect(egress.reason).toBe(
      'https_proxy names the proxy proxy.test:3128, and NODE_USE_ENV_PROXY is set.',
    )
    expect(egress.proxy?.source).toBe('https_proxy')
    expect(egress.ignored).toEqual([])
  })

  test.each([
    [{ NODE_USE_ENV_PROXY: '1' }, 'v24.0.0', true],
    [{ NODE_USE_ENV_PROXY: '1' }, 'v24.21.0', true],
    [{ NODE_USE_ENV_PROXY: '1' }, 'v26.0.0', true],
    [{ NODE_USE_ENV_PROXY: '1' }, 'v22.21.0', true],
    [{ NODE_USE_ENV_PROXY: '1' }, 'v22.20.0', false],
    [{ NODE_USE_ENV_PROXY: '1' }, 'v23.11.0', false],
    [{ NODE_USE_ENV_PROXY: '1' }, 'v20.20.2', false],
    [{ NODE_USE_ENV_PROXY: 'true' }, 'v24.21.0', false],
    [{ NODE_USE_ENV_PROXY: '0' }, 'v24.21.0', false],
    [{ NODE_OPTIONS: '--use-env-proxy' }, 'v24.21.0', true],
    [{ NODE_OPTIONS: '--max-old-space-size=512 --use-env-proxy' }, 'v24.5.0', true],
    [{ NODE_OPTIONS: '--use-env-proxy' }, 'v24.4.0', false],
  ])('%j with Node %s uses the proxy: %s', (env, nodeVersion, uses) => {
    const { egress } = node({ HTTPS_PROXY: P, ...env }, { releases: { node: nodeVersion } })
    expect(egress.proxy !== undefined).toBe(uses)
  })

  test('NODE_USE_ENV_PROXY with another value than 1 is named', () => {
    expect(node({ HTTPS_PROXY: P, NODE_USE_ENV_PROXY: 'true' }).egress.ignored).toContainEqual({
      variable: 'NODE_USE_ENV_PROXY',
      because: 'Only the value 1 switches NODE_USE_ENV_PROXY on.',
      fix: "Set NODE_USE_ENV_PROXY: 1 in the job's env.",
    })
  })

  test('ALL_PROXY is named as never read, unless another variable decides', () => {
    expect(ignored({ ALL_PROXY: P, NODE_USE_ENV_PROXY: '1' })).toEqual(['ALL_PROXY'])
    expect(ignored({ ALL_PROXY: P, HTTPS_PROXY: P, NODE_USE_ENV_PROXY: '1' })).toEqual([])
  })

  test('the spelling that loses is named when the values differ', () => {
    const env = { https_proxy: P, HTTPS_PROXY: 'http://other.test:1', NODE_USE_ENV_PROXY: '1' }
    expect(node(env).egress.ignored).toEqual([
      {
        variable: 'HTTPS_PROXY',
        because: 'https_proxy is set to another value and wins.',
        fix: 'Give https_proxy and HTTPS_PROXY the same value.',
      },
    ])
    expect(ignored({ ...env, HTTPS_PROXY: P })).toEqual([])
  })

  test('an empty spelling that hides a filled one is named', () => {
    expect(
      node({ https_proxy: '', HTTPS_PROXY: P, NODE_USE_ENV_PROXY: '1' }).egress.ignored[0],
    ).toEqual({
      variable: 'HTTPS_PROXY',
      because: 'https_proxy is set but empty, and wins.',
      fix: 'Remove the empty https_proxy.',
    })
  })

  test('on Windows the case of names does not count', () => {
    const env = { Https_Proxy: P, Node_Use_Env_Proxy: '1' }
    expect(node(env, { platform: 'win32' }).egress.proxy?.source).toBe('Https_Proxy')
  })
})

describe('what Node trusts', () => {
  const stores = (...given: Parameters<typeof question>) =>
    node(...given).egress.trust.map(({ store, source }) => `${store}:${source}`)
  const EXTRA = { '/ca/extra.pem': pem('extra') }

  test.each([
    [{}, ['bundled:default of Node']],
    [
      { NODE_EXTRA_CA_CERTS: '/ca/extra.pem' },
      ['bundled:default of Node', 'extra:NODE_EXTRA_CA_CERTS'],
    ],
    [{ SSL_CERT_FILE: '/ca/extra.pem' }, ['bundled:default of Node']],
    [{ NODE_USE_SYSTEM_CA: '1' }, ['bundled:default of Node', 'system:NODE_USE_SYSTEM_CA']],
    [
      { NODE_USE_SYSTEM_CA: '1', SSL_CERT_FILE: '/ca/extra.pem' },
      ['bundled:default of Node', 'system:NODE_USE_SYSTEM_CA', 'file:SSL_CERT_FILE'],
    ],
    [
      { NODE_OPTIONS: '--use-system-ca', SSL_CERT_FILE: '/a', SSL_CERT_DIR: '/b' },
      ['bundled:default of Node', 'file:SSL_CERT_FILE', 'file:SSL_CERT_DIR'],
    ],
    [
      { NODE_OPTIONS: '--use-openssl-ca', NODE_EXTRA_CA_CERTS: '/ca/extra.pem' },
      ['system:--use-openssl-ca', 'extra:NODE_EXTRA_CA_CERTS'],
    ],
    [{ REQUESTS_CA_BUNDLE: '/ca/extra.pem' }, ['bundled:default of Node']],
  ] as const)('%j → %j', (env, expected) => {
    expect(stores(env, { files: EXTRA })).toEqual(expected)
  })

  test('this process trusts the same, so no certificates are listed', () => {
    expect(node({ NODE_USE_SYSTEM_CA: '1' }).ca).toBeUndefined()
    expect(node({ NODE_EXTRA_CA_CERTS: '/ca/extra.pem' }, { files: EXTRA }).ca).toBeUndefined()
  })

  test('an application whose Node differs gets its own stores', () => {
    const env = { NODE_USE_SYSTEM_CA: '1', NODE_EXTRA_CA_CERTS: '/ca/extra.pem' }
    expect(node(env, { files: EXTRA, releases: { node: 'v24.5.0' } }).ca).toEqual([
      pem('bundled'),
      pem('extra'),
    ])
    expect(node(env, { files: EXTRA, own: { node: 'v24.5.0' } }).ca).toEqual([
      pem('bundled'),
      pem('system'),
      pem('extra'),
    ])
  })

  test('an environment that is not that of this process gets its own stores', () => {
    const env = { NODE_EXTRA_CA_CERTS: '/ca/extra.pem' }
    expect(node(env, { files: EXTRA, own: { env: {}, node: 'v24.21.0' } }).ca).toEqual([
      pem('bundled'),
      pem('extra'),
    ])
  })

  test.each([
    [{}, 'names a file that cannot be read; Node goes on without it.'],
    [
      { '/ca/extra.pem': 'DER' },
      'names a file without a PEM certificate; Node goes on without it.',
    ],
  ])('NODE_EXTRA_CA_CERTS without effect is named: %j', (files, because) => {
    const { egress } = node({ NODE_EXTRA_CA_CERTS: '/ca/extra.pem' }, { files })
    expect(egress.trust).toHaveLength(1)
    expect(egress.ignored[0]?.because).toBe(`NODE_EXTRA_CA_CERTS ${because}`)
  })

  test('variables of other clients are named, with the one that Node reads', () => {
    expect(
      node({
        SSL_CERT_FILE: '/a',
        SSL_CERT_DIR: '/b',
        REQUESTS_CA_BUNDLE: '/c',
        CURL_CA_BUNDLE: '/d',
      }).egress.ignored,
    ).toMatchObject([
      { variable: 'SSL_CERT_FILE', fix: expect.stringContaining('NODE_EXTRA_CA_CERTS') },
      { variable: 'SSL_CERT_DIR' },
      { variable: 'REQUESTS_CA_BUNDLE' },
      { variable: 'CURL_CA_BUNDLE' },
    ])
    expect(ignored({ NODE_USE_SYSTEM_CA: '1', SSL_CERT_FILE: '/a' })).toEqual([])
  })

  test.each([
    [
      'v24.5.0',
      '1',
      "Put --use-system-ca into NODE_OPTIONS in the job's env, or use Node 24.6 or later.",
    ],
    ['v24.21.0', 'true', "Set NODE_USE_SYSTEM_CA: 1 in the job's env."],
  ])('NODE_USE_SYSTEM_CA without effect on %s with %s', (nodeVersion, value, fix) => {
    const { egress } = node({ NODE_USE_SYSTEM_CA: value }, { releases: { node: nodeVersion } })
    expect(egress.ignored).toMatchObject([{ variable: 'NODE_USE_SYSTEM_CA', fix }])
  })

  test('asking for both stores at once ends Node at start', () => {
    const { egress } = node({ NODE_USE_SYSTEM_CA: '1', NODE_OPTIONS: '--use-openssl-ca' })
    expect(egress.unusable).toMatchObject({ by: 'client', variable: 'NODE_USE_SYSTEM_CA' })
  })

  test('verification is off only with the value 0', () => {
    expect(node({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }).egress.verifies).toBe(false)
    expect(node({ NODE_TLS_REJECT_UNAUTHORIZED: '1' }).egress.verifies).toBe(true)
    expect(node({}).egress.verifies).toBe(true)
  })

  test('on macOS the system store is the keychain', () => {
    const plan = node({ NODE_USE_SYSTEM_CA: '1' }, { platform: 'darwin', own: { node: 'v24.4.0' } })
    expect(plan.ca).toEqual([pem('bundled'), pem('keychain')])
  })
})

test.each([
  [{}, 250],
  [{ NODE_OPTIONS: '--network-family-autoselection-attempt-timeout=1000' }, 1000],
  [{ NODE_OPTIONS: '--network-family-autoselection-attempt-timeout 500' }, 500],
  [{ NODE_OPTIONS: '--network-family-autoselection-attempt-timeout=1' }, 10],
  [{ NODE_OPTIONS: '--network-family-autoselection-attempt-timeout=x' }, 250],
])('%j gives each address %i ms', (env, ms) => {
  expect(node(env).egress).toMatchObject({ addressTimeoutMs: ms, httpVersion: '1.1' })
})

test('NODE_OPTIONS is split at blanks outside quotes', () => {
  const options = nodeOptions({
    platform: 'linux',
    env: { NODE_OPTIONS: '--require "./a b.js"  --import="x\\"y" --use-env-proxy' },
  })
  expect(options).toEqual(['--require', './a b.js', '--import=x"y', '--use-env-proxy'])
})

test('an odd line without its own release does not have the feature of a newer one', () => {
  expect(hasFeature('v23.9.0', ['24.6', '22.19'])).toBe(false)
  expect(hasFeature('v25.0.0', ['24.6', '22.19'])).toBe(true)
})
