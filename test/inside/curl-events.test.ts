import { describe, expect, test } from 'vitest'
import type { Egress, EgressPlan } from '../../src/model/index.ts'
import { curlEvents } from '../../src/inside/curl-events.ts'
import { curlRun, shellValues } from '../../src/inside/curl-run.ts'
import type { RemoteOrder } from '../../src/inside/draft.ts'
import { curlVersion, shellOrder } from '../../src/inside/shell-order.ts'

const ORDER: RemoteOrder = {
  do: 'probe',
  mark: 'mark',
  host: 'api.openai.com',
  port: 443,
  secure: true,
  carriesKey: true,
  request: {
    method: 'POST',
    path: '/v1/responses',
    target: '/v1/responses',
    host: 'api.openai.com',
    headers: [
      ['authorization', 'Bearer slot'],
      ['content-type', 'application/json'],
    ],
    body: '{"text":"a \\"quoted\\" \\n word"}',
  },
  keySlot: 'slot',
  keyVariable: 'OPENAI_API_KEY',
  timeoutMs: 2500,
  salt: 'salt',
}

const DIRECT: Egress = {
  client: 'curl',
  reason: 'test',
  ignored: [],
  trust: [],
  verifies: true,
  addressTimeoutMs: 200,
  httpVersion: '2',
}
const PROXIED: EgressPlan = {
  egress: {
    ...DIRECT,
    proxy: {
      scheme: 'http',
      host: 'proxy.test',
      port: 3128,
      source: 'https_proxy',
      hasCredentials: false,
    },
  },
}

interface Heard {
  readonly exit: number
  readonly written?: string
  readonly lines?: readonly string[]
  readonly transfer?: string
  readonly plan?: EgressPlan
  readonly tls?: string
  /** The line stands behind the body, as before curl 7.63. */
  readonly old?: boolean
}

const NUMBERS =
  'code=0;connect=0;ip=;lip=;dns=0.010;tcp=0;tls=0;pre=0;first=0;total=0.5;verify=0;http=0'
const CONNECTED = '* Connected to api.openai.com (162.159.140.245) port 443 (#0)'

/** `step: what` of the last event. */
function last(heard: Heard): string {
  const { exit, written = NUMBERS, lines = [], transfer = '', plan = { egress: DIRECT } } = heard
  const line = `\n[w] ${written}\n`
  const body = Buffer.from(heard.old === true ? `${transfer}${line}` : transfer).toString('base64')
  const text = [
    ...lines,
    ...(heard.old === true ? [] : [line.trim()]),
    `[exit] ${exit}`,
    `[body] ${body}`,
  ].join('\n')
  const values = shellValues(`heard:${Buffer.from(text).toString('base64')},`)
  if (values === undefined) throw new Error('not the words of a shell')
  const event = curlEvents(curlRun(values, heard.tls ?? 'OpenSSL'), ORDER, plan).at(-1)
  if (event === undefined) return 'nothing'
  const status = event.step === 'response' ? event.response?.status : undefined
  return `${event.step}: ${JSON.stringify(event.error ?? status ?? 'ok')}`
}

describe("curl's exit codes and words become events", () => {
  const told = (message: string): string => `${NUMBERS};msg=${message}`
  test.each<readonly [string, Heard, string]>([
    ['a name that does not resolve', { exit: 6 }, 'lookup: {"errno":"EAI_NONAME"}'],
    ['a proxy that does not resolve', { exit: 5, plan: PROXIED }, 'lookup: {"errno":"EAI_NONAME"}'],
    [
      'a resolver that is silent',
      { exit: 28, written: NUMBERS.replace('dns=0.010', 'dns=0') },
      'lookup: {"timeout":true}',
    ],
    [
      'a refused connection, told by the message of an old version',
      { exit: 7, written: told('Failed connect to api.openai.com:443; Connection refused') },
      'connect: {"errno":"ECONNREFUSED"}',
    ],
    [
      'a refused connection, told by the lines of a new version',
      {
        exit: 7,
        lines: [
          '*   Trying 192.0.2.1:443...',
          '* connect to 192.0.2.1 port 443 from 10.0.0.1 port 5 failed: Connection refused',
        ],
      },
      'connect: {"errno":"ECONNREFUSED"}',
    ],
    [
      'no route',
      {
        exit: 7,
        lines: [
          '*   Trying 192.0.2.1:443...',
          '* Immediate connect fail for 192.0.2.1: Network is unreachable',
        ],
      },
      'connect: {"errno":"ENETUNREACH"}',
    ],
    [
      'a connection without words',
      { exit: 7, lines: ['*   Trying [2001:db8::1]:443...'] },
      'connect: {}',
    ],
    [
      'packets that vanish',
      { exit: 28, lines: ['*   Trying 192.0.2.1:443...'] },
      'connect: {"timeout":true}',
    ],
    ['a handshake that is silent', { exit: 28, lines: [CONNECTED] }, 'handshake: {"timeout":true}'],
    [
      'a reset handshake',
      { exit: 35, lines: [CONNECTED], written: told('Recv failure: Connection reset by peer') },
      'handshake: {"errno":"ECONNRESET"}',
    ],
    [
      'a handshake that ends',
      {
        exit: 35,
        lines: [CONNECTED],
        written: told('OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to api.openai.com:443'),
      },
      'handshake: {"ended":true}',
    ],
    [
      'an alert of OpenSSL 3',
      {
        exit: 35,
        lines: [CONNECTED],
        written: told('OpenSSL/3.0.19: error:0A000410:SSL routines::sslv3 alert handshake failure'),
      },
      'handshake: {"reason":"SSLV3_ALERT_HANDSHAKE_FAILURE","alert":40}',
    ],
    [
      'an alert of OpenSSL 1.1',
      {
        exit: 35,
        lines: [CONNECTED],
        written: told('error:1409442E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version'),
      },
      'handshake: {"reason":"TLSV1_ALERT_PROTOCOL_VERSION","alert":70}',
    ],
    [
      'clear text',
      {
        exit: 35,
        lines: [CONNECTED],
        written: told('error:0A00010B:SSL routines::wrong version number'),
      },
      'handshake: {"reason":"WRONG_VERSION_NUMBER"}',
    ],
    [
      'an expired certificate',
      { exit: 60, lines: [CONNECTED], written: NUMBERS.replace('verify=0', 'verify=10') },
      'handshake: {"verify":10}',
    ],
    [
      'a certificate for another name',
      { exit: 60, lines: [CONNECTED] },
      'handshake: {"verify":62}',
    ],
    [
      'the same by a library without numbers',
      { exit: 60, lines: [CONNECTED], tls: 'mbedTLS' },
      'handshake: {"verify":-1}',
    ],
    [
      'a proxy that wants a login',
      {
        exit: 56,
        plan: PROXIED,
        lines: ['* Connected to proxy.test (10.0.0.9) port 3128 (#0)'],
        written: NUMBERS.replace('connect=0', 'connect=407'),
        transfer:
          'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n',
      },
      'tunnel: "ok"',
    ],
    [
      'a proxy that ends the connection',
      {
        exit: 56,
        plan: PROXIED,
        lines: ['* Connected to proxy.test (10.0.0.9) port 3128 (#0)'],
        written: told('Proxy CONNECT aborted'),
      },
      'tunnel: {"ended":true}',
    ],
    ['an empty answer', { exit: 52, lines: [CONNECTED] }, 'response: {"ended":true}'],
    ['something that is not HTTP', { exit: 1, lines: [CONNECTED] }, 'response: {"malformed":true}'],
    [
      'a broken stream',
      { exit: 92, lines: [CONNECTED] },
      'response: {"errno":"ERR_HTTP2_STREAM_ERROR"}',
    ],
    [
      'an answer',
      {
        exit: 0,
        lines: [
          '* Established connection to api.openai.com (162.159.140.245 port 443) from 10.0.0.1 port 5',
        ],
        written: NUMBERS.replace('code=0', 'code=429').replace('http=0', 'http=2'),
        transfer: 'HTTP/2 429 \r\ncontent-type: application/json\r\n\r\n{"error":{}}',
      },
      'response: 429',
    ],
    [
      'an answer behind early hints, with the line of an old version behind it',
      {
        exit: 0,
        old: true,
        lines: [CONNECTED],
        written: NUMBERS.replace('code=0', 'code=200'),
        transfer:
          'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\nHTTP/ is how this text begins',
      },
      'response: 200',
    ],
    [
      'an answer through a proxy',
      {
        exit: 0,
        plan: PROXIED,
        lines: ['* Connected to proxy.test (10.0.0.9) port 3128 (#0)'],
        written: NUMBERS.replace('code=0', 'code=200').replace('connect=0', 'connect=200'),
        transfer:
          'HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}',
      },
      'response: 200',
    ],
  ])('%s', (_name, heard, expected) => {
    expect(last(heard)).toBe(expected)
  })

  test('the text of a shell without base64 is read as hexadecimal', () => {
    expect(
      shellValues(`os:_${Buffer.from('Linux').toString('hex')},`)
        ?.get('os')
        ?.toString(),
    ).toBe('Linux')
  })

  test('what is no value of ours is not half read', () => {
    expect(shellValues('nothing')).toBeUndefined()
  })
})

describe('the order for the shell', () => {
  const version = curlVersion(
    'curl 7.88.1 (x86_64-pc-linux-gnu) libcurl/7.88.1 OpenSSL/3.0.19 zlib/1.2.13',
  )

  test('quotes everything, and holds no key unless one was given', () => {
    const text = shellOrder({ ...ORDER, host: "a'b; $(id)" }, version)
    expect(text).toContain(String.raw`preflight_host='a'\''b; $(id)'`)
    expect(text).toContain("preflight_given=''")
    expect(text).toContain("preflight_keyheader='authorization'\npreflight_scheme='Bearer '")
    expect(text).not.toContain('Bearer slot')
    expect(text).toContain(String.raw`data-binary = "{\"text\":\"a \\\"quoted\\\" \\n word\"}"`)
    expect(text).toContain('max-time = "2.500"')
  })

  test('asks an old curl only for what it knows', () => {
    expect(shellOrder(ORDER, version)).toContain('write-out = "%{stderr}')
    expect(
      shellOrder(ORDER, curlVersion('curl 7.29.0 (x86_64) libcurl/7.29.0 NSS/3.53')),
    ).not.toContain('%{stderr}')
  })

  test('knows version and TLS library', () => {
    expect(version).toEqual({ text: '7.88.1', major: 7, minor: 88, tls: 'OpenSSL' })
    expect(curlVersion('something else')).toEqual({ text: '', major: 0, minor: 0, tls: '' })
  })
})
