import { describe, expect, test } from 'vitest'
import { meantBy, nearMisses } from '../../src/egress/variables.ts'

describe('misspelt names', () => {
  test.each([
    ['HTTP_PORXY', 'HTTP_PROXY'],
    ['HTTP_RPOXY', 'HTTP_PROXY'],
    ['HTTPS_PORXY', 'HTTPS_PROXY'],
    ['HTTPSPROXY', 'HTTPS_PROXY'],
    ['HTTPS-PROXY', 'HTTPS_PROXY'],
    ['https-proxy', 'HTTPS_PROXY'],
    ['https.proxy', 'HTTPS_PROXY'],
    ['PROXY_HTTPS', 'HTTPS_PROXY'],
    ['HTTPS__PROXY', 'HTTPS_PROXY'],
    ['HTTPS_PROXYS', 'HTTPS_PROXY'],
    ['HTPS_PROXY', 'HTTPS_PROXY'],
    ['HTTSP_PROXY', 'HTTPS_PROXY'],
    ['TTPS_PROXY', 'HTTPS_PROXY'],
    ['NOPROXY', 'NO_PROXY'],
    ['NO_PORXY', 'NO_PROXY'],
    ['ALLPROXY', 'ALL_PROXY'],
    ['NODE_USE_ENV_PROXIES', undefined],
    ['NODE_USE_PROXY_ENV', 'NODE_USE_ENV_PROXY'],
    ['NODE_EXTRA_CA_CERT', 'NODE_EXTRA_CA_CERTS'],
    ['NODE_EXTRA_CACERTS', 'NODE_EXTRA_CA_CERTS'],
    ['NODE_USE_SYSTEM_CAS', 'NODE_USE_SYSTEM_CA'],
    ['SSL_CERTFILE', 'SSL_CERT_FILE'],
    ['REQUEST_CA_BUNDLE', 'REQUESTS_CA_BUNDLE'],
  ])('%s means %s', (name, meant) => {
    expect(meantBy(name)).toBe(meant)
  })

  test.each([
    'HTTP_PROXY',
    'https_proxy',
    'FTP_PROXY',
    'GOPROXY',
    'WS_PROXY',
    'npm_config_https_proxy',
    'NPM_PROXY',
    'PATH',
    'SSL_KEY_FILE',
    'NODE_OPTIONS',
    'HTTP_PORT',
    'x'.repeat(5000),
  ])('%s is something else', (name) => {
    expect(meantBy(name)).toBeUndefined()
  })

  test('a note names both, and never the value', () => {
    const notes = nearMisses(
      { env: { HTTP_PORXY: 'http://u:secret@p.test' }, platform: 'linux' },
      'upper-or-lower',
    )
    expect(notes).toEqual([
      {
        variable: 'HTTP_PORXY',
        because: 'This client does not read HTTP_PORXY; it looks like a misspelt HTTP_PROXY.',
        fix: 'Rename HTTP_PORXY to HTTP_PROXY.',
      },
    ])
  })

  test('an empty variable is no near miss', () => {
    expect(nearMisses({ env: { HTTP_PORXY: '' }, platform: 'linux' }, 'any')).toEqual([])
  })

  test.each([
    ['Https_Proxy', 'upper-or-lower', 'linux', true],
    ['Https_Proxy', 'any', 'linux', false],
    ['Https_Proxy', 'upper-or-lower', 'win32', false],
    ['https_proxy', 'upper-or-lower', 'linux', false],
    ['ssl_cert_file', 'any', 'linux', true],
    ['node_use_env_proxy', 'upper-or-lower', 'linux', true],
  ] as const)('%s in the wrong case (%s, %s): %s', (name, proxyCase, platform, wrong) => {
    expect(nearMisses({ env: { [name]: 'x' }, platform }, proxyCase)).toHaveLength(wrong ? 1 : 0)
  })
})
