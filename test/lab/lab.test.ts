import { X509Certificate } from 'node:crypto'
import dgram from 'node:dgram'
import dnsPromises from 'node:dns/promises'
import { once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import tls from 'node:tls'
import { fetch, Agent, ProxyAgent } from 'undici'
import { describe, expect, onTestFinished, test } from 'vitest'
import { labKey, startApi } from '../loopback/api.ts'
import { startBlackhole } from './blackhole.ts'
import { startNameServer } from './dns.ts'
import type { ZoneEntry } from './dns.ts'
import * as faults from '../loopback/faults.ts'
import * as httpFaults from './http-faults.ts'
import { keyBytesIn } from '../loopback/key-bytes.ts'
import type { Listening } from '../loopback/listen.ts'
import {
  rsaKeys,
  FOR_CLIENTS,
  STRANGE,
  issuerAt,
  alone,
  withRoot,
  authority,
  labIssuer,
  labRoot,
  selfSigned,
} from '../loopback/pki.ts'
import { INTERCEPTORS } from '../loopback/interceptors.ts'
import type { Credentials } from '../loopback/pki.ts'
import { proxy407, startProxy } from '../loopback/proxy.ts'
import type { ProxyBehaviour } from '../loopback/proxy.ts'
import * as replies from '../loopback/replies.ts'
import { startSocks } from './socks.ts'

/** How a TLS connection ended: `ok`, or the code of the error; `silence` after 400 ms. */
async function handshake(
  port: number,
  options: tls.ConnectionOptions = {},
): Promise<string | tls.TLSSocket> {
  return new Promise((resolve) => {
    const socket = tls.connect({
      port,
      host: '127.0.0.1',
      servername: 'localhost',
      ca: labRoot().pem,
      ...options,
    })
    const timer = setTimeout(() => {
      socket.destroy()
      resolve('silence')
    }, 400)
    socket.once('secureConnect', () => {
      clearTimeout(timer)
      resolve(socket)
    })
    socket.once('error', (error) => {
      clearTimeout(timer)
      resolve('code' in error ? String(error.code) : error.message)
    })
  })
}

async function handshakeWord(port: number, options: tls.ConnectionOptions = {}): Promise<string> {
  const got = await handshake(port, options)
  if (typeof got === 'string') return got
  got.on('error', () => {})
  got.destroy()
  return 'ok'
}

/** What a request over TLS gives: the bytes, and how the connection ended. */
async function exchange(port: number): Promise<{ readonly text: string; readonly end: string }> {
  const socket = await handshake(port, { ALPNProtocols: ['http/1.1'] })
  if (typeof socket === 'string') return { text: '', end: socket }
  let text = ''
  return new Promise((resolve) => {
    const done = (end: string): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ text, end })
    }
    const timer = setTimeout(done, 400, 'silence')
    socket.on('data', (chunk: Buffer) => {
      if (text.length < 200_000) text += chunk.toString('latin1')
    })
    socket.once('end', () => {
      done('fin')
    })
    socket.once('error', (error) => {
      done('code' in error ? String(error.code) : error.message)
    })
    socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
  })
}

/** Trusts the lab; closed with the test. */
function agent(allowH2 = false): Agent {
  const made = new Agent({ connect: { ca: labRoot().pem }, allowH2 })
  onTestFinished(() => made.destroy())
  return made
}

describe('certificates', () => {
  const rows: readonly (readonly [string, () => Credentials, string])[] = [
    ['a leaf of the lab', () => labIssuer().leaf(), 'ok'],
    ['an expired leaf', () => labIssuer().leaf({ fromDays: -9, toDays: -1 }), 'CERT_HAS_EXPIRED'],
    ['a leaf of tomorrow', () => labIssuer().leaf({ fromDays: 2 }), 'CERT_NOT_YET_VALID'],
    [
      'another name',
      () => labIssuer().leaf({ names: ['other.test'] }),
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    ['a self-signed leaf', () => selfSigned(), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['a missing intermediate', () => alone(labIssuer().leaf()), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    [
      'an unknown root that is sent',
      () => withRoot(authority(INTERCEPTORS.zscaler)),
      'SELF_SIGNED_CERT_IN_CHAIN',
    ],
    ['a leaf for clients', () => labIssuer().leaf(FOR_CLIENTS), 'INVALID_PURPOSE'],
    ['a strange extension', () => labIssuer().leaf(STRANGE), 'UNSPECIFIED'],
    [
      'an expired intermediate',
      () => labIssuer().intermediate({ common: 'old' }, { fromDays: -9, toDays: -1 }).leaf(),
      'CERT_HAS_EXPIRED',
    ],
  ]
  test.each(rows)('%s is seen by Node as it should be', async (_title, credentials, code) => {
    await using server = await faults.startTls(() => {}, {}, credentials())
    expect(await handshakeWord(server.port)).toBe(code)
  })

  test('a weak key is refused', async () => {
    const weak = labIssuer().leaf({ keys: rsaKeys(1024) })
    const options = { ciphers: 'DEFAULT:@SECLEVEL=0' }
    await using server = await faults.startTls(() => {}, {}, weak, options)
    expect(await handshakeWord(server.port)).toBe('UNSPECIFIED')
  })

  test('a root of an interceptor carries its real name', () => {
    const root = new X509Certificate(authority(INTERCEPTORS.zscaler).pem)
    expect(root.issuer).toContain('Zscaler Root CA')
    expect(root.ca).toBe(true)
    expect(root.verify(root.publicKey)).toBe(true)
  })

  test('a missing intermediate says where it can be had', () => {
    const url = 'http://pki.example.test/ca.crt'
    const leaf = new X509Certificate(labIssuer().leaf(issuerAt(url)).cert)
    expect(leaf.infoAccess).toContain(url)
  })
})

describe('the API', () => {
  test('a request without a key gets the 401 with the marks of the real one', async () => {
    await using api = await startApi()
    const dispatcher = agent()
    const response = await fetch(`${api.baseUrl}/models`, { dispatcher })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="OpenAI API"')
    expect(response.headers.get('openai-version')).toBe('2020-10-01')
    expect(response.headers.get('x-request-id')).toMatch(/^req_[\da-f]{32}$/)
    expect(await response.json()).toEqual({
      error: {
        message: 'Missing bearer authentication in header',
        type: 'invalid_request_error',
        param: null,
        code: null,
      },
    })
    expect(api.keyBytes(labKey())).toBe(0)
    expect(api.connections()).toBe(1)
  })

  const posts: readonly (readonly [string, string, unknown, number, string | null])[] = [
    ['a real request', '/responses', { model: 'demo-model', input: 'x' }, 200, null],
    ['no model', '/responses', { input: 'x' }, 400, null],
    ['no input', '/responses', { model: 'demo-model' }, 400, 'missing_required_parameter'],
    ['an unknown model', '/responses', { model: 'x', input: 'x' }, 404, 'model_not_found'],
    [
      'one token of output',
      '/responses',
      { model: 'demo-model', input: 'x', max_output_tokens: 1 },
      400,
      'integer_below_min_value',
    ],
    ['a chat', '/chat/completions', { model: 'demo-model', messages: [] }, 200, null],
    [
      'max_tokens on a model that thinks',
      '/chat/completions',
      { model: 'demo-reasoner', messages: [], max_tokens: 1 },
      400,
      'unsupported_parameter',
    ],
    ['an embedding', '/embeddings', { model: 'demo-embedder', input: 'x' }, 200, null],
    ['an unknown path', '/v1/responses', { model: 'demo-model' }, 404, null],
  ]
  test.each(posts)('%s is answered as the API does', async (_title, path, body, status, code) => {
    await using api = await startApi({ key: labKey() })
    const dispatcher = agent()
    const response = await fetch(`${api.baseUrl}${path}`, {
      method: 'POST',
      dispatcher,
      headers: { authorization: `Bearer ${labKey()}` },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject(status === 200 ? {} : { error: { code } })
    expect(api.keyBytes(labKey())).toBe(labKey().length)
  })

  test('another key than the right one is refused', async () => {
    await using api = await startApi({ key: labKey() })
    const dispatcher = agent()
    const headers = { authorization: 'Bearer wrong' }
    const response = await fetch(`${api.baseUrl}/models`, { dispatcher, headers })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_api_key' } })
  })

  test('scripted replies come one after the other, and the last one stays', async () => {
    await using api = await startApi({
      tls: 'none',
      answers: { '/v1/models': [replies.serverError(), replies.insufficientQuota()] },
    })
    const statuses: number[] = []
    for (let count = 0; count < 3; count += 1) {
      const response = await fetch(`${api.baseUrl}/models`)
      statuses.push(response.status)
      await response.text()
    }
    expect(statuses).toEqual([500, 429, 429])
    expect(api.requests.map(({ path }) => path)).toEqual(Array(3).fill('/v1/models'))
  })

  test('a late reply is late', async () => {
    const reply = { ...replies.text(200, 'late'), delayMs: 150 }
    await using api = await startApi({ tls: 'none', answers: { '*': reply } })
    const started = performance.now()
    await (await fetch(api.origin)).text()
    expect(performance.now() - started).toBeGreaterThan(140)
  })

  test('a reply that is cut ends before its length', async () => {
    for (const how of ['fin', 'reset'] as const) {
      const reply = { ...replies.text(200, 'whole answer'), cut: { afterBytes: 5, how } }
      await using api = await startApi({ answers: { '*': reply } })
      const got = await exchange(api.port)
      expect(got.text.endsWith('whole')).toBe(true)
      expect(got.end).toBe(how === 'fin' ? 'fin' : 'ECONNRESET')
    }
  })

  test('disposing closes every connection', async () => {
    const api = await startApi({ tls: 'none' })
    const socket = net.connect(api.port, '127.0.0.1')
    await once(socket, 'connect')
    await api[Symbol.asyncDispose]()
    await once(socket, 'close')
    const again = net.connect(api.port, '127.0.0.1')
    const [error]: unknown[] = await once(again, 'error')
    expect(error).toMatchObject({ code: 'ECONNREFUSED' })
  })
})

describe('named replies', () => {
  const made = Object.entries({
    keyless: replies.keyless401(),
    quota: replies.insufficientQuota(),
    rate: replies.rateLimited(),
    azure: replies.azureDeploymentNotFound(),
    apim: replies.apimMissingKey(),
    litellm: replies.litellmBudget(),
    kong: replies.kongRateLimited(),
    edge: replies.html403Cloudflare(),
    squid: replies.squid407(),
    portal: replies.portal200(),
  })
  test.each(made)('%s: what is said to be JSON is JSON', (_name, reply) => {
    const type = String(reply.headers?.['content-type'] ?? '')
    const text = String(reply.body ?? '')
    expect(type).not.toBe('')
    const json = type.includes('json')
    expect(text).toMatch(json ? /^\{.*\}$/s : /^<(?:!doctype )?html/i)
    expect(() => void JSON.parse(json ? text : '{}')).not.toThrow()
  })

  test('a bare rate limit tells nothing of limits', () => {
    expect(Object.keys(replies.rateLimitedBare().headers ?? {})).not.toContain('retry-after')
    expect(Object.keys(replies.rateLimited().headers ?? {})).toContain('retry-after')
  })
})

describe('faults of the connection', () => {
  test('a closed port refuses, again and again', async () => {
    await using closed = await faults.closedPort()
    for (let count = 0; count < 3; count += 1) {
      expect(await handshakeWord(closed.port)).toBe('ECONNREFUSED')
    }
  })

  test('a black hole does not even answer the SYN', async () => {
    await using hole = await startBlackhole()
    const socket = net.connect(hole.port, hole.host)
    socket.on('error', () => {})
    const first = await Promise.race([
      once(socket, 'connect').then(() => 'connected'),
      new Promise((resolve) => {
        setTimeout(resolve, 300, 'nothing')
      }),
    ])
    socket.destroy()
    expect(first).toBe('nothing')
  })

  const endings = { reset: 'ECONNRESET', fin: 'ECONNRESET', silence: 'silence' } as const
  const places = {
    'right after accept': faults.breakOnAccept,
    'after the ClientHello': faults.breakAfterFirstBytes,
    'in the handshake': (how: 'reset' | 'fin' | 'silence') => faults.breakInHandshake(how, 900),
  }
  for (const [where, start] of Object.entries(places)) {
    test.each(Object.entries(endings))(`${where}: %s`, async (how, code) => {
      await using server = await start(how === 'reset' || how === 'fin' ? how : 'silence')
      expect(await handshakeWord(server.port)).toBe(code)
      expect(server.connections()).toBe(1)
    })
  }

  test.each([
    ['reset', 'ECONNRESET'],
    ['fin', 'fin'],
    ['silence', 'silence'],
  ] as const)('after the request and in the body: %s', async (how, end) => {
    await using early = await faults.breakAfterRequest(how)
    expect(await exchange(early.port)).toEqual({ text: '', end })
    await using late = await faults.breakInBody(how)
    const got = await exchange(late.port)
    expect(got.text).toContain('content-length: 1000')
    expect(got.end).toBe(end)
  })

  test.each([
    [40, 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE'],
    [70, 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
    [112, 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME'],
    [116, 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'],
  ])('alert %i is an alert to OpenSSL', async (number, code) => {
    await using server = await faults.alertAfterHello(number)
    expect(await handshakeWord(server.port)).toBe(code)
  })

  test.each(Object.entries(faults.NOT_TLS))('%s is not TLS', async (_name, bytes) => {
    await using server = await faults.answerHelloWith(bytes)
    expect(await handshakeWord(server.port)).toBe('ERR_SSL_WRONG_VERSION_NUMBER')
  })

  test('a server of TLS 1.1 finds no common version', async () => {
    await using server = await faults.startOldTls()
    expect(await handshakeWord(server.port)).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION')
  })

  test('a client certificate is wanted', async () => {
    await using old = await faults.startClientCertificate('TLSv1.2')
    expect(await handshakeWord(old.port)).toBe('ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE')
    await using current = await faults.startClientCertificate('TLSv1.3')
    expect(await exchange(current.port)).toMatchObject({
      end: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    })
    const client = labIssuer().leaf(FOR_CLIENTS)
    expect(await handshakeWord(current.port, client)).toBe('ok')
  })

  test('the large ClientHello is stopped and the small one passes', async () => {
    await using real = await faults.startTls(() => {})
    await using box = await faults.startHelloLimit(real, 'reset')
    expect(await handshakeWord(box.port)).toBe('ECONNRESET')
    expect(await handshakeWord(box.port, { ecdhCurve: 'X25519:P-256' })).toBe('ok')
    expect(box.counts).toEqual({ passed: 1, stopped: 1 })
  })

  test('one name is stopped and another passes', async () => {
    await using real = await faults.startTls(() => {})
    await using box = await faults.startNameBlock(real, 'reset', ['localhost'])
    expect(await handshakeWord(box.port)).toBe('ECONNRESET')
    const checkServerIdentity = (): undefined => undefined
    const other = { servername: 'other.test', checkServerIdentity }
    expect(await handshakeWord(box.port, other)).toBe('ok')
  })
})

describe('faults of HTTP', () => {
  const rows: readonly (readonly [string, () => Promise<Listening>, RegExp, string])[] = [
    ['a header bomb', () => httpFaults.headerBomb(), /x-lab: a{60000}/, 'fin'],
    ['early hints', () => httpFaults.endlessEarlyHints(), /(?:103 Early Hints[^]*){3}/, 'silence'],
    ['100 Continue', () => httpFaults.continueForever(), /^HTTP\/1.1 100 Continue\s*$/, 'silence'],
    ['an endless body', () => httpFaults.endlessBody(), /4000\r\n {16384}/, 'silence'],
    ['a dripping body', () => httpFaults.drippingBody(), /length: 100000\r\n\r\n +$/, 'silence'],
    ['a dripping head', () => httpFaults.drippingHead(10), /^HTTP\/1.1 2/, 'silence'],
    ['no body', () => httpFaults.bodyNeverComes(), /content-length: 100\r\n\r\n$/, 'silence'],
    ['a gzip bomb', () => httpFaults.gzipBomb(), /content-encoding: gzip/, 'fin'],
    ['no gzip', () => httpFaults.gzipCorrupt(), /not gzip$/, 'fin'],
    ['an early answer', () => httpFaults.answerBeforeRequest(), /^HTTP\/1.1 408/, 'fin'],
  ]
  test.each(rows)('%s', async (_title, start, pattern, end) => {
    await using server = await start()
    const got = await exchange(server.port)
    expect(got.text).toMatch(pattern)
    expect(got.end).toBe(end)
  })

  test('h2 and nothing else', async () => {
    await using server = await httpFaults.h2Only()
    const only = await handshakeWord(server.port, { ALPNProtocols: ['http/1.1'] })
    expect(only).toBe('ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL')
    const dispatcher = agent(true)
    const response = await fetch(`https://localhost:${String(server.port)}/`, { dispatcher })
    expect(response.status).toBe(200)
  })
})

describe('the proxy', () => {
  test('a tunnel leads to the API, and the CONNECT is counted', async () => {
    await using api = await startApi()
    await using proxy = await startProxy({ behaviour: { does: 'tunnel' } })
    const dispatcher = new ProxyAgent({ uri: proxy.url, requestTls: { ca: labRoot().pem } })
    const response = await fetch(`${api.baseUrl}/models`, { dispatcher })
    await response.text()
    await dispatcher.close()
    expect(response.status).toBe(401)
    expect(proxy.connects).toHaveLength(1)
    expect(proxy.connects[0]?.authority).toBe(`localhost:${String(api.port)}`)
  })

  /** Status line, and what came after the head. */
  async function connect(
    behaviour: ProxyBehaviour,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    await using proxy = await startProxy({ behaviour })
    return await new Promise((resolve) => {
      const request = http.request({
        port: proxy.port,
        method: 'CONNECT',
        path: 'api.openai.com:443',
        headers,
      })
      request.setTimeout(300, () => {
        request.destroy()
        resolve('silence')
      })
      request.once('connect', (response, socket) => {
        socket.on('error', () => {})
        socket.destroy()
        const auth = response.headers['proxy-authenticate'] ?? ''
        resolve(`${String(response.statusCode)} ${auth}`.trim())
      })
      request.once('error', (error) => {
        resolve('code' in error ? String(error.code) : error.message)
      })
      request.end()
    })
  }

  const login = 'user:word'
  const basic = `Basic ${Buffer.from(login).toString('base64')}`
  const rows: readonly (readonly [
    string,
    ProxyBehaviour,
    Readonly<Record<string, string>>,
    string,
  ])[] = [
    ['wants Basic', { does: 'tunnel', login }, {}, '407 Basic realm="lab"'],
    [
      'refuses a wrong password',
      { does: 'tunnel', login },
      { 'proxy-authorization': 'Basic x' },
      '407 Basic realm="lab"',
    ],
    [
      'takes the right one',
      { does: 'tunnel', login, to: { host: '127.0.0.1', port: 1 } },
      { 'proxy-authorization': basic },
      '502',
    ],
    [
      'names its schemes',
      { does: 'answer', reply: proxy407('Negotiate', 'NTLM') },
      {},
      '407 Negotiate, NTLM',
    ],
    ['denies as Squid does', { does: 'answer', reply: replies.squidDenied() }, {}, '403'],
    ['hangs', { does: 'break', at: 'connect', how: 'silence' }, {}, 'silence'],
    ['resets', { does: 'break', at: 'connect', how: 'reset' }, {}, 'ECONNRESET'],
    ['hangs up', { does: 'break', at: 'connect', how: 'fin' }, {}, 'ECONNRESET'],
    ['resets at once', { does: 'break', at: 'accept', how: 'reset' }, {}, 'ECONNRESET'],
    ['talks nonsense', { does: 'say', bytes: '\0noise', after: 'fin' }, {}, 'HPE_INVALID_CONSTANT'],
    ['opens and stays silent', { does: 'open-then', after: 'silence' }, {}, '200'],
  ]
  test.each(rows)('it %s', async (_title, behaviour, headers, word) => {
    expect(await connect(behaviour, headers)).toBe(word)
  })

  test('an intercepting proxy shows its own issuer and passes the request on', async () => {
    const box = authority(INTERCEPTORS.zscaler)
    await using api = await startApi()
    const to = { host: '127.0.0.1', port: api.port }
    await using proxy = await startProxy({ behaviour: { does: 'intercept', authority: box, to } })
    const trusting = new ProxyAgent({ uri: proxy.url, requestTls: { ca: box.pem } })
    const response = await fetch('https://api.openai.com/v1/models', { dispatcher: trusting })
    await response.text()
    await trusting.close()
    expect(response.status).toBe(401)
    const strict = new ProxyAgent({ uri: proxy.url, requestTls: { ca: labRoot().pem } })
    const refused = fetch('https://api.openai.com/v1/models', { dispatcher: strict })
    await expect(refused).rejects.toMatchObject({ cause: { code: 'SELF_SIGNED_CERT_IN_CHAIN' } })
    await strict.destroy()
  })

  test('an HTTPS proxy is reached by TLS', async () => {
    await using api = await startApi()
    const tlsOptions = { tls: labIssuer().leaf() }
    await using proxy = await startProxy({ behaviour: { does: 'tunnel' }, ...tlsOptions })
    const ca = labRoot().pem
    const dispatcher = new ProxyAgent({ uri: proxy.url, requestTls: { ca }, proxyTls: { ca } })
    const response = await fetch(`${api.baseUrl}/models`, { dispatcher })
    await response.text()
    await dispatcher.close()
    expect(response.status).toBe(401)
  })
})

describe('SOCKS5', () => {
  /** Method, authentication status and reply code, as far as it goes. */
  async function ask(
    port: number,
    address: Buffer,
    login?: string,
  ): Promise<readonly (number | undefined)[]> {
    const socket = net.connect(port, '127.0.0.1')
    socket.on('error', () => {})
    const read = async (): Promise<Buffer> => {
      const [chunk]: unknown[] = await once(socket, 'data')
      return Buffer.isBuffer(chunk) ? chunk : Buffer.alloc(0)
    }
    socket.write(Buffer.of(5, 1, login === undefined ? 0 : 2))
    const method = (await read())[1]
    let status: number | undefined
    if (method === 2 && login !== undefined) {
      const [user = '', word = ''] = login.split(':')
      const parts = [Buffer.of(1, user.length), Buffer.from(user)]
      socket.write(Buffer.concat([...parts, Buffer.of(word.length), Buffer.from(word)]))
      status = (await read())[1]
    }
    if (method === 0xff || status === 1) {
      socket.destroy()
      return [method, status]
    }
    socket.write(Buffer.concat([Buffer.of(5, 1, 0), address]))
    const reply = (await read())[1]
    socket.destroy()
    return [method, status, reply]
  }
  const host = Buffer.from('api.openai.com')
  const byName = Buffer.concat([Buffer.of(3, host.length), host, Buffer.of(1, 187)])
  const byAddress = Buffer.of(1, 192, 0, 2, 1, 1, 187)

  test('it records whether a name or an address was asked for', async () => {
    await using server = await startSocks({ reply: 5 })
    expect(await ask(server.port, byName)).toEqual([0, undefined, 5])
    expect(await ask(server.port, byAddress)).toEqual([0, undefined, 5])
    expect(server.asked).toEqual([
      { kind: 'name', host: 'api.openai.com', port: 443 },
      { kind: 'address', host: '192.0.2.1', port: 443 },
    ])
  })

  test('it grants and leads where it should', async () => {
    await using api = await startApi({ tls: 'none' })
    await using server = await startSocks({ to: { host: '127.0.0.1', port: api.port } })
    expect(await ask(server.port, byName)).toEqual([0, undefined, 0])
    expect(api.connections()).toBe(1)
  })

  test('it wants a password, takes the right one and refuses the wrong one', async () => {
    await using server = await startSocks({ login: 'user:word', reply: 2 })
    expect(await ask(server.port, byName)).toEqual([0xff, undefined])
    expect(await ask(server.port, byName, 'user:word')).toEqual([2, 0, 2])
    expect(await ask(server.port, byName, 'user:wrong')).toEqual([2, 1])
  })
})

describe('the name server', () => {
  async function resolver(entry: ZoneEntry): Promise<{
    readonly resolve: dnsPromises.Resolver
    readonly asked: readonly string[]
    readonly stop: () => PromiseLike<void>
  }> {
    const server = await startNameServer({ zone: { 'api.openai.com': entry } })
    const resolve = new dnsPromises.Resolver({ timeout: 200, tries: 1, maxTimeout: 200 })
    resolve.setServers([`127.0.0.1:${String(server.port)}`])
    return { resolve, asked: server.asked, stop: () => server[Symbol.asyncDispose]() }
  }

  const many = Array.from({ length: 200 }, (_, at) => `192.0.2.${String(at)}`)
  const rows: readonly (readonly [string, ZoneEntry, readonly string[] | string])[] = [
    ['an address', { addresses: ['192.0.2.1', '2001:db8::1'] }, ['192.0.2.1']],
    ['an alias', { addresses: ['192.0.2.1'], cnames: ['edge.test'] }, ['192.0.2.1']],
    ['hundreds of addresses, over TCP', { addresses: many }, many],
    ['NXDOMAIN', { code: 'NXDOMAIN' }, 'ENOTFOUND'],
    ['SERVFAIL', { code: 'SERVFAIL' }, 'ESERVFAIL'],
    ['REFUSED', { code: 'REFUSED' }, 'EREFUSED'],
    ['no address', { fault: 'no-data' }, 'ENODATA'],
    ['silence', { fault: 'silent' }, 'ETIMEOUT'],
    ['a wrong id', { fault: 'wrong-id' }, 'ETIMEOUT'],
    ['a truncated answer and a reset', { fault: 'truncated', tcp: 'reset' }, 'ECONNREFUSED'],
    ['a truncated answer and silence', { fault: 'truncated', tcp: 'silent' }, 'ETIMEOUT'],
    [
      'a truncated answer that comes over TCP',
      { fault: 'truncated', tcp: 'answers', addresses: ['192.0.2.1'] },
      ['192.0.2.1'],
    ],
  ]
  test.each(rows)('it gives %s', async (_title, entry, answer) => {
    const { resolve, stop } = await resolver(entry)
    const got = await resolve.resolve4('api.openai.com').catch((error: unknown) => error)
    await stop()
    const seen = got instanceof Error && 'code' in got ? got.code : got
    expect(seen).toEqual(answer)
  })

  test('each family can have its own fate', async () => {
    const { resolve, asked, stop } = await resolver({
      a: { addresses: ['192.0.2.1'] },
      aaaa: { code: 'SERVFAIL' },
    })
    expect(await resolve.resolve4('api.openai.com')).toEqual(['192.0.2.1'])
    await expect(resolve.resolve6('api.openai.com')).rejects.toMatchObject({ code: 'ESERVFAIL' })
    await stop()
    expect(asked).toEqual(['A api.openai.com udp', 'AAAA api.openai.com udp'])
  })

  test('a slow answer is slow, and turns take turns', async () => {
    const slow: ZoneEntry = { addresses: ['192.0.2.1'], delayMs: 120 }
    const { resolve, stop } = await resolver({ turns: [slow, { code: 'SERVFAIL' }] })
    const started = performance.now()
    expect(await resolve.resolve4('api.openai.com')).toEqual(['192.0.2.1'])
    expect(performance.now() - started).toBeGreaterThan(110)
    await expect(resolve.resolve4('api.openai.com')).rejects.toMatchObject({ code: 'ESERVFAIL' })
    await stop()
  })

  test('what is no question gets no answer and does no harm', async () => {
    await using server = await startNameServer({ zone: {} })
    const socket = dgram.createSocket('udp4')
    for (const bytes of ['', 'x', '\xff'.repeat(40), '\0'.repeat(12)]) {
      socket.send(Buffer.from(bytes, 'latin1'), server.port, server.host)
    }
    const resolve = new dnsPromises.Resolver({ timeout: 500, tries: 1 })
    resolve.setServers([`127.0.0.1:${String(server.port)}`])
    await expect(resolve.resolve4('any.test')).rejects.toMatchObject({ code: 'ENOTFOUND' })
    socket.close()
    expect(server.asked).toContain('A any.test udp')
  })
})

describe('the watch for the key', () => {
  test('whole, in pieces and not at all', () => {
    const key = labKey()
    expect(keyBytesIn(Buffer.from(`Authorization: Bearer ${key}\r\n`), key)).toBe(key.length)
    expect(keyBytesIn(Buffer.from(`...${key.slice(5, 25)}...`), key)).toBe(20)
    expect(keyBytesIn(Buffer.from('nothing here'), key)).toBe(0)
  })
})
