import { entryOf } from '../../model/index.ts'
import { describing, failure, tells, type Signature } from './signature.ts'
import type { Reading } from '../evidence-piece.ts'

/** Exit codes of curl (curl.se/docs/manpage.html, EXIT CODES) where the number alone says enough. */
const EXIT: Readonly<Record<string, Reading>> = {
  5: failure('dns', 'ENOTFOUND', { of: 'proxy' }),
  6: failure('dns', 'ENOTFOUND'),
  7: failure('tcp', undefined, { code: 'tcp.failed' }),
  8: failure('http', undefined, { code: 'http.response.invalid' }),
  16: failure('http', 'ERR_HTTP2_ERROR'),
  18: failure('http', undefined, { code: 'http.body_incomplete' }),
  35: failure('tls', undefined, { code: 'tls.failed' }),
  47: failure('http', undefined, { code: 'http.redirected' }),
  51: failure('tls', 'ERR_TLS_CERT_ALTNAME_INVALID'),
  52: failure('http', undefined, { code: 'http.closed' }),
  58: failure('tls', undefined, { code: 'tls.bad_client_auth_cert' }),
  60: failure('tls', undefined, { code: 'tls.cert.authority_invalid' }),
  92: failure('http', 'ERR_HTTP2_STREAM_ERROR'),
  97: { kind: 'tunnel', code: 'proxy.connection_refused' },
  98: failure('tls', undefined, { code: 'tls.bad_client_auth_cert' }),
}

/** 28 and 56 mean several layers; the words behind them say which. */
const PHASES: readonly (readonly [RegExp, Reading])[] = [
  [/^Resolving timed out/, failure('dns', undefined, { code: 'dns.timed_out' })],
  [/^(?:Connection timed out|Failed to connect|Connection timeout)/, failure('tcp', 'ETIMEDOUT')],
  [/^SSL connection timeout/, failure('tls', undefined, { code: 'tls.timed_out' })],
  [
    /^Operation timed out after \d{1,9} milliseconds with 0 (?:out of 0 )?bytes received/,
    { kind: 'wrapper', says: 'timeout' },
  ],
  [/^Operation timed out/, failure('http', undefined, { code: 'http.body_timed_out' })],
  [/^(?:Recv failure|OpenSSL SSL_read)/, failure('http', undefined, { code: 'http.reset' })],
]

const DIGITS = '1 2 3 4 5 6 7 8 9'.split(' ')

/** curl and everything that links libcurl (PHP, R, git): `curl: (6) …`, `cURL error 28: …`. */
export const CURL: readonly Signature[] = [
  tells(
    [...DIGITS.map((digit) => `curl: (${digit}`), 'curl error'],
    /\bcurl(?:: \(| error )(\d{1,3})\)?:? ?([^\n]{0,200})/i,
    ([, code = '', rest = '']) => {
      const cutInHandshake = code === '35' && /reset/i.test(rest)
      const phase = cutInHandshake
        ? failure('tls', 'ECONNRESET')
        : PHASES.find(([pattern]) => pattern.test(rest))?.[1]
      const place =
        /(?:resolve host: |Failed to connect to )([A-Za-z\d][\w.-]{0,253})(?: port (\d{1,5}))?/.exec(
          rest,
        )
      const readings: Reading[] = []
      const meaning =
        phase ??
        entryOf(EXIT, code) ??
        (code === '28' ? ({ kind: 'wrapper', says: 'timeout' } as const) : undefined)
      if (meaning !== undefined) readings.push(meaning)
      if (place?.[1] !== undefined)
        readings.push({
          kind: 'host',
          host: place[1].toLowerCase(),
          ...(place[2] === undefined ? {} : { port: Number(place[2]) }),
        })
      const status = /returned error: (\d{3})/.exec(rest)?.[1]
      if (status !== undefined) readings.push({ kind: 'status', status: Number(status) })
      return readings
    },
  ),
  // curl -v prints the reply's head
  describing(
    tells('< http/', /^< HTTP\/[\d.]{1,3} (\d{3})/, ([, status]) => statusReading(Number(status))),
  ),
]

function statusReading(status: number): Reading | undefined {
  if (status >= 200 && status < 300) return { kind: 'success', status }
  return status >= 300 ? { kind: 'status', status } : undefined
}
