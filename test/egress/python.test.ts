import { describe, expect, test } from 'vitest'
import { wayOut } from '../../src/egress/index.ts'
import { pem, question } from './question.ts'

const python = (...given: Parameters<typeof question>) => wayOut('python', question(...given))
const SITE = '/app/.venv/lib/python3.12/site-packages'
const WORKSPACE = { GITHUB_WORKSPACE: '/app' }

describe('what Python trusts', () => {
  test.each([
    ['3.22.1', 'system'],
    ['2.54.0', 'bundled'],
    ['1', 'bundled'],
  ])('openai-python %s without certifi in sight: %s', (pythonOpenai, store) => {
    const plan = python({}, { installed: { pythonOpenai } })
    expect(plan.egress.trust).toMatchObject([{ store }])
    expect(plan.ca).toEqual([pem(store)])
  })

  test('without a known version the newest is assumed and said so', () => {
    expect(python({}).egress.trust).toEqual([
      {
        store: 'system',
        source: 'default of openai-python 3 or later (version not known)',
        path: '/etc/ssl/certs/ca-certificates.crt',
      },
    ])
  })

  const FILES = {
    [`${SITE}/openai-2.54.0.dist-info/METADATA`]: '',
    [`${SITE}/certifi/cacert.pem`]: pem('stranger') + pem('bundled') + pem('system'),
  }

  test('the list of certifi is found in an environment that a variable names, with the version', () => {
    const plan = python({ ...WORKSPACE, VIRTUAL_ENV: '/app/.venv' }, { files: FILES })
    expect(plan.egress.trust).toEqual([
      {
        store: 'file',
        source: 'certifi, default of openai-python 2.54.0',
        path: `${SITE}/certifi/cacert.pem`,
      },
    ])
    expect(plan.ca).toEqual([pem('stranger'), pem('bundled'), pem('system')])
  })

  test('a root that only a committed list holds decides nothing: the key would go to whoever wrote it', () => {
    const plan = python(WORKSPACE, { files: FILES })
    expect(plan.ca).toEqual([pem('bundled'), pem('system')])
    expect(plan.egress.trust[0]?.source).toContain('as far as Node or the system trusts it too')
  })

  test("Debian's certifi, which has no list of its own, leads to the system's", () => {
    const plan = python(
      {},
      {
        installed: { pythonOpenai: '2.1.0' },
        files: { '/usr/lib/python3/dist-packages/certifi/core.py': '' },
      },
    )
    expect(plan.ca).toEqual([pem('system')])
  })

  test.each(['2.54.0', '3.22.1'])('SSL_CERT_FILE replaces the default of %s', (pythonOpenai) => {
    const plan = python(
      { SSL_CERT_FILE: '/ca.pem', SSL_CERT_DIR: '/certs' },
      { installed: { pythonOpenai }, files: { '/ca.pem': pem('a') + pem('b') } },
    )
    expect(plan.egress.trust).toEqual([{ store: 'file', source: 'SSL_CERT_FILE', path: '/ca.pem' }])
    expect(plan.ca).toEqual([pem('a'), pem('b')])
  })

  test('of SSL_CERT_DIR only hashed names are read', () => {
    const files = { '/certs/0a1b2c3d.0': pem('hashed'), '/certs/corporate.pem': pem('plain') }
    expect(python({ SSL_CERT_DIR: '/certs' }, { files }).ca).toEqual([pem('hashed')])
  })

  test('a folder without hashed names is named', () => {
    const plan = python({ SSL_CERT_DIR: '/certs' }, { files: { '/certs/a.pem': pem('a') } })
    expect(plan.ca).toEqual([])
    expect(plan.egress.ignored).toMatchObject([{ variable: 'SSL_CERT_DIR' }])
  })

  test.each([
    [{}, 'SSL_CERT_FILE names a file that cannot be read'],
    [{ '/ca.pem': 'no pem' }, 'SSL_CERT_FILE names a file without a PEM certificate'],
  ])('a bad SSL_CERT_FILE stops the client: %j', (files, because) => {
    const { egress } = python({ SSL_CERT_FILE: '/ca.pem' }, { files })
    expect(egress.unusable).toMatchObject({ by: 'client', variable: 'SSL_CERT_FILE' })
    expect(egress.unusable?.because).toContain(because)
  })

  test('variables of requests, curl and Node are named as not read', () => {
    const env = { REQUESTS_CA_BUNDLE: '/a', CURL_CA_BUNDLE: '/b', NODE_EXTRA_CA_CERTS: '/c' }
    expect(python(env).egress.ignored.map(({ variable }) => variable)).toEqual(Object.keys(env))
  })

  test('switching verification off in Node does not touch Python', () => {
    expect(python({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }).egress.verifies).toBe(true)
  })

  test('a machine without any bundle trusts nothing, and says that none was found', () => {
    const plan = python({}, { readFile: () => undefined })
    expect(plan.ca).toEqual([])
    expect(plan.egress.trust[0]?.source).toContain('no system bundle was found')
  })

  test.each(['/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/ca-bundle.pem', '/etc/ssl/cert.pem'])(
    'the bundle %s of other distributions is found',
    (path) => {
      const readFile = (asked: string) => (asked === path ? pem('other') : undefined)
      expect(python({}, { readFile }).ca).toEqual([pem('other')])
    },
  )
})

describe('Python and the proxy', () => {
  const SOCKS = { ...WORKSPACE, ALL_PROXY: 'socks5://proxy.test:1080' }

  test('a SOCKS proxy without socksio stops the client', () => {
    const { egress } = python(SOCKS, { files: { [`${SITE}/openai/__init__.py`]: '' } })
    expect(egress.unusable).toMatchObject({ by: 'client', variable: 'ALL_PROXY' })
    expect(egress.proxy).toBeUndefined()
  })

  test('a SOCKS proxy with socksio is used', () => {
    const files = { [`${SITE}/openai/__init__.py`]: '', [`${SITE}/socksio/__init__.py`]: '' }
    expect(python(SOCKS, { files }).egress.proxy?.scheme).toBe('socks5h')
  })

  test('on macOS and Windows the settings of the system are said to be unread', () => {
    expect(python({}, { platform: 'darwin' }).egress.reason).toContain('were not looked at')
    expect(python({}).egress.reason).not.toContain('were not looked at')
  })

  test('addresses are tried one after the other, over HTTP/1.1', () => {
    expect(python({}).egress).toMatchObject({ addressTimeoutMs: 0, httpVersion: '1.1' })
  })
})
