import { SYSTEM } from '../explain/readers/system.ts'
import type { CurlRun } from './curl-run.ts'
import type { RawAttempt, RawError } from './raw.ts'

/** `Trying 192.0.2.1:443...`, and how each ended, where this version of curl says so. */
export function attemptsOf(
  { lines, exit }: CurlRun,
  connected: string | undefined,
): readonly RawAttempt[] {
  const tried = lines.flatMap((line) => {
    const found = /^\*\s+Trying \[?([\da-fA-F.:]+?)\]?(?::\d+)?\.\.\.$/.exec(line.trimEnd())
    return found?.[1] === undefined ? [] : [found[1]]
  })
  return [...new Set(tried)].map((address) => {
    if (address === connected) return { address, elapsedMs: 0 }
    const line = lines.find(
      (one) =>
        one.startsWith(`* connect to ${address} `) ||
        one.startsWith(`* Immediate connect fail for ${address}:`),
    )
    const words = line?.replace(/^.*?(?: failed: |: )(?=[A-Z])/, '') ?? ''
    // Nothing is said of an address that was waited for until the time was up.
    const silent = line === undefined && exit === 28
    return { address, elapsedMs: 0, error: wordsOf(words) ?? (silent ? { timeout: true } : {}) }
  })
}

/** Why no address opened. */
export function connectError({ written }: CurlRun, attempts: readonly RawAttempt[]): RawError {
  const last = attempts.findLast(({ error }) => error?.errno !== undefined)
  return last?.error ?? wordsOf(written['msg'] ?? '') ?? {}
}

/** Exit codes of curl that mean the handshake (curl.se/libcurl/c/libcurl-errors.html). */
export function handshakeError(run: CurlRun): RawError | undefined {
  const message = run.written['msg'] ?? ''
  const verify = Number(run.written['verify'] ?? 0)
  switch (run.exit) {
    case 60:
    case 51:
      // Without a result of the chain (0, or 1 as curl begins) it was the name; other libraries than
      // OpenSSL never give one.
      return { verify: verify > 1 ? verify : isOpenssl(run) ? 62 : -1 }
    case 58:
    case 98:
      return { reason: 'TLSV13_ALERT_CERTIFICATE_REQUIRED', alert: 116 }
    case 35:
    case 59:
    case 83:
    case 91:
      return opensslError(message) ?? wordsOf(message) ?? { reason: 'UNKNOWN' }
    case 28:
      return Number(run.written['tls'] ?? 0) > 0 ? undefined : { timeout: true }
    default:
      return undefined
  }
}

function isOpenssl({ tls }: CurlRun): boolean {
  return /^(?:OpenSSL|LibreSSL|BoringSSL)$/i.test(tls)
}

const REASONS: Readonly<Record<number, string>> = {
  156: 'HTTP_REQUEST',
  198: 'PACKET_LENGTH_TOO_LONG',
  258: 'UNSUPPORTED_PROTOCOL',
  267: 'WRONG_VERSION_NUMBER',
  294: 'UNEXPECTED_EOF_WHILE_READING',
}

/**
 * `error:0A00010B:SSL routines::…`: the low twelve bits are the reason, and from 1000 on the number
 * of an alert (openssl/sslerr.h).
 */
function opensslError(message: string): RawError | undefined {
  if (/SSL_ERROR_SYSCALL|SSL_ERROR_ZERO_RETURN/.test(message)) return { ended: true }
  const [, packed = '', words = ''] =
    /\berror:([\dA-F]{8}):[^:]*:[^:]*:([\w /-]{0,60})/i.exec(message) ?? []
  if (packed === '') return undefined
  const reason = Number.parseInt(packed, 16) & 0xfff
  const name =
    REASONS[reason] ??
    words
      .trim()
      .toUpperCase()
      .replaceAll(/[^A-Z\d]+/g, '_')
  return reason > 1000 && reason < 1256
    ? { reason: name || 'ALERT', alert: reason - 1000 }
    : { reason: name || 'UNKNOWN' }
}

/** Why no whole answer came, by exit code. */
export function exchangeError(run: CurlRun): RawError {
  switch (run.exit) {
    case 28:
      return { timeout: true }
    case 52:
    case 18:
      return { ended: true }
    case 1:
    case 8:
      return { malformed: true }
    case 16:
      return { errno: 'ERR_HTTP2_ERROR' }
    case 92:
      return { errno: 'ERR_HTTP2_STREAM_ERROR' }
    case 61:
      return { errno: 'Z_DATA_ERROR' }
    default: {
      const message = run.written['msg'] ?? ''
      return opensslError(message) ?? wordsOf(message) ?? { ended: true }
    }
  }
}

/** Words of the C library in a message of curl; the readers of logs know them. */
function wordsOf(message: string): RawError | undefined {
  for (const { pattern, read } of SYSTEM) {
    const match = new RegExp(pattern.source, pattern.flags).exec(message)
    const readings = match === null ? undefined : read(match)
    const reading = [readings ?? []].flat()[0]
    if (reading?.kind === 'failure' && reading.errno !== undefined) return { errno: reading.errno }
  }
  return undefined
}
