import { describe, expect, test } from 'vitest'
import { wayOut } from '../../src/egress/index.ts'
import type { Client } from '../../src/model/index.ts'
import { question, TARGET } from './question.ts'

const P = 'http://proxy.test:3128'
const HTTP = new URL('http://gateway.test/v1')
type Way = 'proxy' | 'direct' | 'client fails' | 'preflight cannot'

function way(client: Client, env: Record<string, string>, url: URL, envProxy: boolean): Way {
  const asked = envProxy ? { ...env, NODE_USE_ENV_PROXY: '1' } : env
  const { egress } = wayOut(client, question(asked, { url }))
  if (egress.unusable !== undefined) {
    if (egress.proxy !== undefined) throw new Error('unusable, and yet a proxy')
    return egress.unusable.by === 'client' ? 'client fails' : 'preflight cannot'
  }
  return egress.proxy === undefined ? 'direct' : 'proxy'
}

// Columns: fetch, fetch with NODE_USE_ENV_PROXY=1, Python (httpx, httpx2), curl.
type Row = readonly [env: Record<string, string>, url: URL, Way, Way, Way, Way]
const ROWS: readonly Row[] = [
  [{}, TARGET, 'direct', 'direct', 'direct', 'direct'],
  [{ HTTPS_PROXY: P }, TARGET, 'direct', 'proxy', 'proxy', 'proxy'],
  [{ https_proxy: P }, TARGET, 'direct', 'proxy', 'proxy', 'proxy'],
  [{ HTTP_PROXY: P }, TARGET, 'direct', 'proxy', 'direct', 'direct'],
  [{ http_proxy: P }, TARGET, 'direct', 'proxy', 'direct', 'direct'],
  [{ ALL_PROXY: P }, TARGET, 'direct', 'direct', 'proxy', 'proxy'],
  [{ all_proxy: P }, TARGET, 'direct', 'direct', 'proxy', 'proxy'],
  [{ HTTP_PROXY: P }, HTTP, 'direct', 'proxy', 'proxy', 'direct'],
  [{ http_proxy: P }, HTTP, 'direct', 'proxy', 'proxy', 'proxy'],
  [{ HTTPS_PROXY: P }, HTTP, 'direct', 'direct', 'direct', 'direct'],
  [{ ALL_PROXY: P }, HTTP, 'direct', 'direct', 'proxy', 'proxy'],
  [{ HTTPS_PROXY: 'proxy.test:3128' }, TARGET, 'direct', 'client fails', 'proxy', 'proxy'],
  [{ https_proxy: '', HTTPS_PROXY: P }, TARGET, 'direct', 'direct', 'direct', 'proxy'],
  [{ https_proxy: '', HTTP_PROXY: P }, TARGET, 'direct', 'proxy', 'direct', 'direct'],
  [{ https_proxy: '', ALL_PROXY: P }, TARGET, 'direct', 'direct', 'proxy', 'proxy'],
  [{ HTTPS_PROXY: '' }, TARGET, 'direct', 'direct', 'direct', 'direct'],
  [{ Https_Proxy: P }, TARGET, 'direct', 'direct', 'proxy', 'direct'],
  [{ HTTPS_PROXY: 'socks5://proxy.test' }, TARGET, 'direct', 'proxy', 'proxy', 'proxy'],
  [{ HTTPS_PROXY: 'socks5h://proxy.test' }, TARGET, 'direct', 'client fails', 'proxy', 'proxy'],
  [
    { HTTPS_PROXY: 'socks4://proxy.test' },
    TARGET,
    'direct',
    'client fails',
    'client fails',
    'preflight cannot',
  ],
  [
    { HTTPS_PROXY: 'ftp://proxy.test' },
    TARGET,
    'direct',
    'client fails',
    'client fails',
    'client fails',
  ],
  [{ HTTPS_PROXY: `"${P}"` }, TARGET, 'direct', 'client fails', 'client fails', 'client fails'],
  [{ HTTPS_PROXY: `${P}\n` }, TARGET, 'direct', 'proxy', 'client fails', 'client fails'],
  [{ HTTPS_PROXY: ` ${P}` }, TARGET, 'direct', 'proxy', 'client fails', 'client fails'],
  [{ HTTPS_PROXY: 'http://u:p%zz@proxy.test' }, TARGET, 'direct', 'client fails', 'proxy', 'proxy'],
  // A bad value for another scheme stops Node and Python, which read them all; curl reads one.
  [
    { HTTPS_PROXY: P, HTTP_PROXY: 'ftp://x' },
    TARGET,
    'direct',
    'client fails',
    'client fails',
    'proxy',
  ],
  [{ HTTPS_PROXY: P, ALL_PROXY: 'socks4://x' }, TARGET, 'direct', 'proxy', 'client fails', 'proxy'],
  [{ HTTP_PROXY: 'ftp://x', NO_PROXY: '*' }, TARGET, 'direct', 'client fails', 'direct', 'direct'],
]

describe('which proxy variables each client reads', () => {
  test.each(ROWS)('%j → %s', (env, url, fetch, envProxy, python, curl) => {
    expect({
      fetch: way('node', env, url, false),
      envProxy: way('node', env, url, true),
      python: way('python', env, url, false),
      curl: way('curl', env, url, false),
    }).toEqual({ fetch, envProxy, python, curl })
  })
})

// Columns: fetch with env proxy, Python, curl. `true`: goes past the proxy.
type NoProxyRow = readonly [value: string, url: string, boolean, boolean, boolean]
const API = 'https://api.openai.test/v1'
const NO_PROXY_ROWS: readonly NoProxyRow[] = [
  ['', API, false, false, false],
  ['api.openai.test', API, true, true, true],
  ['a.test,api.openai.test', API, true, true, true],
  ['a.test, api.openai.test', API, true, true, true],
  ['a.test,,api.openai.test,', API, true, true, true],
  ['*', API, true, true, true],
  ['a.test,*', API, false, true, false],
  ['API.OPENAI.TEST', API, true, true, true],
  ['.openai.test', API, true, true, true],
  ['openai.test', API, true, true, true],
  ['test', API, true, true, true],
  ['*.openai.test', API, true, false, false],
  ['*openai.test', API, false, false, false],
  ['pi.openai.test', API, false, false, false],
  ['api.openai', API, false, false, false],
  ['..openai.test', API, false, false, false],
  ['openai.test.', API, false, false, true],
  ['api.openai.test:443', API, true, false, false],
  ['api.openai.test:8443', API, false, false, false],
  ['api.openai.test:8443', 'https://api.openai.test:8443/v1', true, true, false],
  ['api.openai.test:443', 'https://api.openai.test:8443/v1', false, false, false],
  ['a b api.openai.test', API, true, false, false],
  ['https://api.openai.test', API, false, true, false],
  ['http://api.openai.test', API, false, false, false],
  ['localhost', API, false, false, false],
  ['.openai.test', 'https://openai.test', true, false, true],
  ['*.openai.test', 'https://openai.test', true, false, false],
  ['api.openai.test', 'https://API.openai.test/v1', true, true, true],
  ['', 'http://localhost:4000', false, false, false],
  ['localhost', 'http://localhost:4000', true, true, true],
  ['localhost', 'http://api.localhost', true, false, true],
  ['10.0.0.0/8', 'https://10.1.2.3', false, false, true],
  ['10.1.2.3/32', 'https://10.1.2.3', false, true, true],
  ['10.1.2.3', 'https://10.1.2.3', true, true, true],
  ['10.1.2.4', 'https://10.1.2.3', false, false, false],
  ['10.0.0.0/0', 'https://10.1.2.3', false, false, false],
  ['10.0.0.0/33', 'https://10.1.2.3', false, false, false],
  ['10.1.2.1-10.1.2.9', 'https://10.1.2.3', false, false, false],
  ['10.1.2.*', 'https://10.1.2.3', false, false, false],
  ['1.2.3', 'https://10.1.2.3', true, true, false],
  ['::1', 'http://[::1]:4000', false, true, true],
  ['0:0:0:0:0:0:0:1', 'http://[::1]:4000', false, true, false],
]

describe('how each client reads NO_PROXY', () => {
  test.each(NO_PROXY_ROWS)('%j for %s', (value, target, envProxy, python, curl) => {
    const env = { https_proxy: P, http_proxy: P, no_proxy: value }
    const url = new URL(target)
    expect({
      envProxy: way('node', env, url, true) === 'direct',
      python: way('python', env, url, false) === 'direct',
      curl: way('curl', env, url, false) === 'direct',
    }).toEqual({ envProxy, python, curl })
  })

  test('an IPv6 entry in brackets bypasses for Node and fails the Python client', () => {
    const env = { http_proxy: P, no_proxy: '[::1]' }
    const url = new URL('http://[::1]:4000')
    expect(way('node', env, url, true)).toBe('direct')
    expect(way('python', env, url, false)).toBe('client fails')
  })

  test.each(['fd00::/8', 'a.test,[::1]:80'])(
    'Python fails on the entry %s even without a proxy',
    (value) => {
      const { egress } = wayOut('python', question({ NO_PROXY: value }))
      expect(egress.unusable?.variable).toBe('NO_PROXY')
    },
  )

  test('the entry that matched is named', () => {
    const { egress } = wayOut('curl', question({ HTTPS_PROXY: P, NO_PROXY: 'a.test,.openai.test' }))
    expect(egress.reason).toBe(
      'NO_PROXY has the entry .openai.test, which matches api.openai.test, so HTTPS_PROXY does not apply.',
    )
  })

  test('an entry that only other clients understand is named with the form all understand', () => {
    const { egress } = wayOut('python', question({ HTTPS_PROXY: P, NO_PROXY: '*.openai.test' }))
    expect(egress.ignored).toEqual([
      {
        variable: 'NO_PROXY',
        because:
          "The entry *.openai.test sends api.openai.test past the proxy for Node's fetch, but not for Python (httpx).",
        fix: 'Write api.openai.test into NO_PROXY, between commas, which every client understands.',
      },
    ])
  })

  test('an entry with control characters is not repeated as it is', () => {
    const env = { HTTPS_PROXY: P, NO_PROXY: `https://api.openai.test/\u001b[31m${'x'.repeat(200)}` }
    const { reason } = wayOut('python', question(env)).egress
    expect(reason).toContain('https://api.openai.test/?[31mxxx')
    expect(reason).toContain('x…, which matches')
  })
})
