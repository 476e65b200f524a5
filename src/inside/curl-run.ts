import { entryOf } from '../model/index.ts'
import { readingsOf } from '../explain/vocabulary/row.ts'
import { SYSTEM } from '../explain/vocabulary/system.ts'
import type { RawAttempt, RawError } from './raw.ts'

/** What one run of curl left: its exit code, its own line, its address lines, and the transfer. */
export interface CurlRun {
  readonly exit: number
  readonly written: Readonly<Record<string, string>>
  readonly lines: readonly string[]
  /** Heads and body as `--include` prints them. */
  readonly transfer: Buffer
  /** Addresses of the name by `getent`, else those that curl itself gave a SOCKS proxy. */
  readonly addresses: readonly string[]
  readonly tls: string
}

/** Values of the shell side by name; `undefined` when they are none. */
export function shellValues(payload: string): ReadonlyMap<string, Buffer> | undefined {
  const values = new Map<string, Buffer>()
  for (const part of payload.split(',')) {
    if (part === '') continue
    const colon = part.indexOf(':')
    if (colon < 1) return undefined
    const text = part.slice(colon + 1)
    // Where there is no base64, `od` writes hexadecimal and says so.
    const bytes = text.startsWith('_')
      ? Buffer.from(text.slice(1), 'hex')
      : Buffer.from(text, 'base64')
    values.set(part.slice(0, colon), bytes)
  }
  return values
}

export function curlRun(values: ReadonlyMap<string, Buffer>, tls: string): CurlRun {
  const lines = (values.get('heard')?.toString('latin1') ?? '').split('\n')
  const after = (tag: string): string | undefined =>
    lines.findLast((line) => line.startsWith(`[${tag}] `))?.slice(tag.length + 3)
  const body = after('body') ?? ''
  let transfer = body.startsWith('_')
    ? Buffer.from(body.slice(1), 'hex')
    : Buffer.from(body, 'base64')
  let told = after('w')
  if (told === undefined) {
    // A curl before 7.63 writes its line behind the body.
    const text = transfer.toString('latin1')
    const at = text.lastIndexOf('\n[w] ')
    if (at !== -1) {
      told = text.slice(at + 5)
      transfer = transfer.subarray(0, at)
    }
  }
  const [pairs = '', ...message] = (told ?? '').split(';msg=')
  const written = Object.fromEntries(
    pairs.split(';').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')]
    }),
  )
  const listed = (values.get('getent')?.toString('latin1') ?? '').split('\n').filter(Boolean)
  return {
    exit: Number(after('exit') ?? -1),
    written: { ...written, msg: message.join(';msg=').trim() },
    lines: lines.filter((line) => line.startsWith('*')),
    transfer,
    addresses: listed.length > 0 ? listed : resolvedBy(lines),
    tls,
  }
}

/** `* SOCKS5 connect to IPv4 10.0.0.1:443 (locally resolved)`, `[fd00::1]:443` since curl 8. */
function resolvedBy(lines: readonly string[]): readonly string[] {
  const form =
    /^\* SOCKS5 connect to (?:IPv[46] )?\[?([\da-fA-F:.]{3,45}?)\]?:\d{1,5} \(locally resolved\)/
  return lines.flatMap((line) => form.exec(line)?.[1] ?? [])
}

/** One response head, that of a proxy or of the server. */
export interface Head {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
}

/** Every head of the transfer, that of the proxy first, and the bytes behind the last one. */
export function splitTransfer(
  transfer: Buffer,
  tunnelled: boolean,
): { readonly heads: readonly Head[]; readonly body: Buffer } {
  const heads: Head[] = []
  let finals = tunnelled ? 2 : 1
  let rest = transfer
  while (rest.subarray(0, 5).toString('latin1') === 'HTTP/') {
    const crlf = rest.indexOf('\r\n\r\n')
    const bare = rest.indexOf('\n\n')
    const end =
      crlf !== -1 && (bare === -1 || crlf < bare) ? crlf + 4 : bare === -1 ? rest.length : bare + 2
    const [statusLine = '', ...lines] = rest.subarray(0, end).toString('latin1').split(/\r?\n/)
    const headers = lines.flatMap((line) => {
      const colon = line.indexOf(':')
      return colon > 0
        ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const]
        : []
    })
    heads.push({ status: Number(/^HTTP\/\S+ (\d{3})/.exec(statusLine)?.[1] ?? 0), headers })
    rest = rest.subarray(end)
    // A body may begin with the same five letters.
    if ((heads.at(-1)?.status ?? 0) >= 200) finals -= 1
    if (finals === 0) break
  }
  return { heads, body: rest }
}

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
    entryOf(REASONS, reason) ??
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
  for (const row of SYSTEM) {
    const match = row.pattern.exec(message)
    const [reading] = match === null ? [] : readingsOf(row, match)
    if (reading?.kind === 'failure' && reading.errno !== undefined) return { errno: reading.errno }
  }
  return undefined
}
