import { given, fields } from '../model/index.ts'

/** What went wrong, in numbers and names of the system that saw it. */
export interface RawError {
  readonly errno?: string
  /** X509_V_ERR_… of OpenSSL; -1 when the runtime does not tell. */
  readonly verify?: number
  /** OpenSSL's reason, e.g. `WRONG_VERSION_NUMBER`. */
  readonly reason?: string
  /** TLS alert number. */
  readonly alert?: number
  readonly timeout?: boolean
  /** The peer ended the connection. */
  readonly ended?: boolean
  /** What came was no HTTP. */
  readonly malformed?: boolean
  /** Class name of anything else. */
  readonly kind?: string
}

/** One link of an exception chain. */
export interface RawLink extends RawError {
  readonly name: string
  readonly mro: readonly string[]
}

export interface RawAttempt {
  readonly address: string
  readonly elapsedMs: number
  readonly error?: RawError
}

/** When it was, and how it failed. */
export interface Timed {
  /** Milliseconds since the remote side began. */
  readonly startedMs: number
  readonly elapsedMs: number
  readonly error?: RawError
  /** Why nothing was measured. */
  readonly because?: string
}

export interface RawResponse {
  readonly status: number
  readonly version: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  readonly truncated: boolean
  readonly complete: boolean
  /** The bytes are as they were sent, `Content-Encoding` included. */
  readonly encoded: boolean
  readonly firstByteMs?: number
}

/** One thing that a remote side saw. Everything in it came from outside and is checked here. */
export type RawEvent = Timed &
  (
    | {
        readonly step: 'lookup'
        readonly host: string
        readonly of: 'target' | 'proxy'
        readonly addresses: readonly string[]
      }
    | {
        readonly step: 'connect'
        readonly host: string
        readonly port: number
        readonly of: 'target' | 'proxy'
        readonly attempts: readonly RawAttempt[]
        readonly address?: string
        readonly local?: string
      }
    | {
        readonly step: 'tunnel'
        readonly target: string
        readonly credentialsSent: boolean
        readonly status?: number
        readonly headers: readonly (readonly [string, string])[]
        readonly body: Buffer
      }
    | {
        readonly step: 'handshake' | 'served'
        readonly of: 'target' | 'proxy'
        readonly name: string
        readonly version?: string
        readonly cipher?: string
        readonly alpn?: string
        /** DER, leaf first. */
        readonly chain: readonly Buffer[]
        /** All that was sent is in `chain`, not the leaf alone. */
        readonly whole: boolean
      }
    | {
        readonly step: 'response'
        readonly method: string
        readonly path: string
        readonly response?: RawResponse
      }
    | {
        readonly step: 'sdk'
        readonly sdk: string
        readonly answered: boolean
        /** The SDK could not even be loaded or made. */
        readonly unusable: boolean
        readonly chain: readonly RawLink[]
        readonly response?: RawResponse
        /** Its failure is noted on a rung of its own. */
        readonly placed?: boolean
      }
    | { readonly step: 'plain-to-public'; readonly address: string }
    | { readonly step: 'unsendable' | 'failed' }
  )

export interface RawResult {
  readonly events: readonly RawEvent[]
  readonly fingerprint: string
  /** Proxy that Python's own rules name; `undefined` when it was not asked. */
  readonly pythonProxy?: string
}

type Fields = Readonly<Record<string, unknown>>

/** A climb has about ten; a target may send what it likes. */
const MOST_EVENTS = 64

/** Reads what a remote side sent; `undefined` when it is none of ours. */
export function readRawResult(value: unknown): RawResult | undefined {
  const { events, fingerprint, pythonProxy } = fields(value)
  if (!Array.isArray(events)) return undefined
  return {
    events: events.slice(0, MOST_EVENTS).flatMap((one) => eventOf(fields(one)) ?? []),
    fingerprint: text(fingerprint, /^[\da-f]{12}$/) ?? '',
    ...given({ pythonProxy: text(pythonProxy, /^[\w.:/[\]-]{0,200}$/) }),
  }
}

function eventOf(raw: Fields): RawEvent | undefined {
  const timed: Timed = {
    startedMs: count(raw['startedMs']),
    elapsedMs: count(raw['elapsedMs']),
    ...given({ error: raw['error'] === undefined ? undefined : errorOf(fields(raw['error'])) }),
  }
  const of = raw['of'] === 'proxy' ? 'proxy' : 'target'
  const host = text(raw['host'], HOST) ?? ''
  switch (raw['step']) {
    case 'lookup':
      return { ...timed, step: 'lookup', of, host, addresses: addresses(raw['addresses']) }
    case 'connect':
      return {
        ...timed,
        step: 'connect',
        of,
        host,
        port: count(raw['port']),
        attempts: list(raw['attempts']).slice(0, 32).flatMap(attemptOf),
        ...given({ address: text(raw['address'], ADDRESS), local: text(raw['local'], ADDRESS) }),
      }
    case 'tunnel':
      return {
        ...timed,
        step: 'tunnel',
        target: text(raw['target'], HOST) ?? '',
        credentialsSent: raw['credentialsSent'] === true,
        ...given({ status: statusOf(raw['status']) }),
        headers: headersOf(raw['headers']),
        body: bytes(raw['body']),
      }
    case 'handshake':
    case 'served':
      return {
        ...timed,
        step: raw['step'],
        of,
        name: text(raw['name'], HOST) ?? '',
        ...given({
          version: text(raw['version'], WORD),
          cipher: text(raw['cipher'], WORD),
          alpn: text(raw['alpn'], WORD),
        }),
        chain: list(raw['chain']).slice(0, 10).map(bytes),
        whole: raw['whole'] === true,
      }
    case 'response':
      return {
        ...timed,
        step: 'response',
        method: text(raw['method'], /^[A-Z]{1,10}$/) ?? '',
        path: text(raw['path'], /^\/[\x21-\x7e]{0,500}$/) ?? '/',
        ...given({ response: responseOf(raw) }),
      }
    case 'sdk':
      return {
        ...timed,
        step: 'sdk',
        sdk: text(raw['sdk'], /^[\w@.+-]{1,80}$/) ?? 'openai-python',
        answered: raw['answered'] === true,
        unusable: raw['unusable'] === true,
        chain: list(raw['chain']).slice(0, 12).flatMap(linkOf),
        ...given({ response: responseOf(fields(raw['response'])) }),
      }
    case 'plain-to-public':
      return { ...timed, step: 'plain-to-public', address: text(raw['address'], ADDRESS) ?? '' }
    case 'unsendable':
    case 'failed':
      return { ...timed, step: raw['step'] }
    default:
      return undefined
  }
}

function responseOf(raw: Fields): RawResponse | undefined {
  const status = statusOf(raw['status'])
  if (status === undefined) return undefined
  return {
    status,
    version: text(raw['version'], /^[123](?:\.[01])?$/) ?? '1.1',
    headers: headersOf(raw['headers']),
    body: bytes(raw['body']),
    truncated: raw['truncated'] === true,
    complete: raw['complete'] === true,
    encoded: raw['encoded'] === true,
    ...given({
      firstByteMs: raw['firstByteMs'] === undefined ? undefined : count(raw['firstByteMs']),
    }),
  }
}

function errorOf(raw: Fields): RawError {
  return {
    ...given({
      errno: text(raw['errno'], /^[A-Z][A-Z0-9_]{1,30}$/),
      verify: Number.isInteger(raw['verify']) ? Number(raw['verify']) : undefined,
      reason: text(raw['reason'], /^[A-Z][A-Z0-9_/]{2,79}$/),
      kind: text(raw['kind'], /^\w{1,80}$/),
    }),
    ...(raw['timeout'] === true ? { timeout: true } : {}),
    ...(raw['ended'] === true ? { ended: true } : {}),
    ...(raw['malformed'] === true ? { malformed: true } : {}),
  }
}

function linkOf(value: unknown): readonly RawLink[] {
  const raw = fields(value)
  const name = text(raw['name'], /^[\w. ]{1,80}$/)
  if (name === undefined) return []
  const mro = list(raw['mro']).flatMap((one) => text(one, /^\w{1,80}$/) ?? [])
  return [{ ...errorOf(raw), name, mro: mro.slice(0, 8) }]
}

function attemptOf(value: unknown): readonly RawAttempt[] {
  const raw = fields(value)
  const address = text(raw['address'], ADDRESS)
  if (address === undefined) return []
  const error = raw['error'] === undefined ? undefined : errorOf(fields(raw['error']))
  return [{ address, elapsedMs: count(raw['elapsedMs']), ...given({ error }) }]
}

const HOST = /^[\w.:[\]-]{1,260}$/
const ADDRESS = /^[\da-fA-F.:]{2,45}(?:%\w{1,16})?$/
const WORD = /^[\w./-]{1,60}$/

function addresses(value: unknown): readonly string[] {
  return list(value)
    .slice(0, 32)
    .flatMap((one) => text(one, ADDRESS) ?? [])
}

function headersOf(value: unknown): readonly (readonly [string, string])[] {
  return list(value)
    .slice(0, 200)
    .flatMap((one) => {
      const [name, text] = list(one)
      return typeof name === 'string' && typeof text === 'string' ? [[name, text] as const] : []
    })
}

function statusOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 999
    ? value
    : undefined
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function text(value: unknown, form: RegExp): string | undefined {
  return typeof value === 'string' && form.test(value) ? value : undefined
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : 0
}

function bytes(value: unknown): Buffer {
  return Buffer.from(typeof value === 'string' ? value.slice(0, 400_000) : '', 'base64')
}
