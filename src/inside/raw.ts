import { given, fields } from '../model/index.ts'

/** When it was, and how it failed. */
interface Timed {
  /** Milliseconds since the remote side began. */
  readonly startedMs: number
  readonly elapsedMs: number
  readonly error?: RawError
  /** Why nothing was measured. */
  readonly because?: string
}

/** What went wrong, in numbers and names of the system that saw it. `alert` is the number of a TLS alert. */
export type RawError = ReturnType<typeof errorOf> & { readonly alert?: number }

/** One link of an exception chain. */
export type RawLink = ReturnType<typeof linkOf>[number]

export type RawAttempt = ReturnType<typeof attemptOf>[number]

export type RawResponse = NonNullable<ReturnType<typeof responseOf>>

/**
 * One thing that a remote side saw. Everything in it came from outside and is checked here. `placed`:
 * the failure of the SDK is noted on a rung of its own.
 */
export type RawEvent = Timed &
  NonNullable<ReturnType<typeof stepOf>> & { readonly placed?: boolean }

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
  const seen = stepOf(raw)
  return (
    seen && {
      startedMs: count(raw['startedMs']),
      elapsedMs: count(raw['elapsedMs']),
      ...given({ error: raw['error'] === undefined ? undefined : errorOf(fields(raw['error'])) }),
      ...seen,
    }
  )
}

function stepOf(raw: Fields) {
  const of = raw['of'] === 'proxy' ? ('proxy' as const) : ('target' as const)
  const host = text(raw['host'], HOST) ?? ''
  switch (raw['step']) {
    case 'lookup':
      return { step: 'lookup' as const, of, host, addresses: some(raw['addresses'], 32, addressIn) }
    case 'connect':
      return {
        step: 'connect' as const,
        of,
        host,
        port: count(raw['port']),
        attempts: some(raw['attempts'], 32, attemptOf),
        ...given({ address: text(raw['address'], ADDRESS), local: text(raw['local'], ADDRESS) }),
      }
    case 'tunnel':
      return {
        step: 'tunnel' as const,
        target: text(raw['target'], HOST) ?? '',
        credentialsSent: raw['credentialsSent'] === true,
        ...given({ status: statusOf(raw['status']) }),
        headers: headersOf(raw['headers']),
        body: bytes(raw['body']),
      }
    case 'handshake':
    case 'served':
      return {
        step: raw['step'] === 'served' ? ('served' as const) : ('handshake' as const),
        of,
        name: text(raw['name'], HOST) ?? '',
        ...given({
          version: text(raw['version'], WORD),
          cipher: text(raw['cipher'], WORD),
          alpn: text(raw['alpn'], WORD),
        }),
        /** DER, leaf first. */
        chain: some(raw['chain'], 10, (one) => [bytes(one)]),
        /** All that was sent is in `chain`, not the leaf alone. */
        whole: raw['whole'] === true,
      }
    case 'response':
      return {
        step: 'response' as const,
        method: text(raw['method'], /^[A-Z]{1,10}$/) ?? '',
        path: text(raw['path'], /^\/[\x21-\x7e]{0,500}$/) ?? '/',
        ...given({ response: responseOf(raw) }),
      }
    case 'sdk':
      return {
        step: 'sdk' as const,
        sdk: text(raw['sdk'], /^[\w@.+-]{1,80}$/) ?? 'openai-python',
        answered: raw['answered'] === true,
        /** The SDK could not even be loaded or made. */
        unusable: raw['unusable'] === true,
        chain: some(raw['chain'], 12, linkOf),
        ...given({ response: responseOf(fields(raw['response'])) }),
      }
    case 'plain-to-public':
      return { step: 'plain-to-public' as const, address: text(raw['address'], ADDRESS) ?? '' }
    case 'unsendable':
      return { step: 'unsendable' as const }
    case 'failed':
      return { step: 'failed' as const }
    default:
      return undefined
  }
}

function responseOf(raw: Fields) {
  const status = statusOf(raw['status'])
  if (status === undefined) return undefined
  return {
    status,
    version: text(raw['version'], /^[123](?:\.[01])?$/) ?? '1.1',
    headers: headersOf(raw['headers']),
    body: bytes(raw['body']),
    truncated: raw['truncated'] === true,
    complete: raw['complete'] === true,
    /** The bytes are as they were sent, `Content-Encoding` included. */
    encoded: raw['encoded'] === true,
    ...given({
      firstByteMs: raw['firstByteMs'] === undefined ? undefined : count(raw['firstByteMs']),
    }),
  }
}

function errorOf(raw: Fields) {
  return given({
    errno: text(raw['errno'], /^[A-Z][A-Z0-9_]{1,30}$/),
    /** X509_V_ERR_… of OpenSSL; -1 when the runtime does not tell. */
    verify: Number.isInteger(raw['verify']) ? Number(raw['verify']) : undefined,
    /** OpenSSL's reason, e.g. `WRONG_VERSION_NUMBER`. */
    reason: text(raw['reason'], /^[A-Z][A-Z0-9_/]{2,79}$/),
    /** Class name of anything else. */
    kind: text(raw['kind'], /^\w{1,80}$/),
    timeout: flag(raw['timeout']),
    /** The peer ended the connection. */
    ended: flag(raw['ended']),
    /** What came was no HTTP. */
    malformed: flag(raw['malformed']),
  })
}

function linkOf(value: unknown) {
  const raw = fields(value)
  const name = text(raw['name'], /^[\w. ]{1,80}$/)
  if (name === undefined) return []
  const mro = list(raw['mro']).flatMap((one) => text(one, /^\w{1,80}$/) ?? [])
  return [{ ...errorOf(raw), name, mro }]
}

function attemptOf(value: unknown) {
  const raw = fields(value)
  const address = text(raw['address'], ADDRESS)
  if (address === undefined) return []
  const error = raw['error'] === undefined ? undefined : errorOf(fields(raw['error']))
  return [{ address, elapsedMs: count(raw['elapsedMs']), ...given({ error }) }]
}

const HOST = /^[\w.:[\]-]{1,260}$/
const ADDRESS = /^[\da-fA-F.:]{2,45}(?:%\w{1,16})?$/
const WORD = /^[\w./-]{1,60}$/

function headersOf(value: unknown): readonly (readonly [string, string])[] {
  return some(value, 200, (one) => {
    const [name, text] = list(one)
    return typeof name === 'string' && typeof text === 'string' ? [[name, text] as const] : []
  })
}

function statusOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 999
    ? value
    : undefined
}

function some<T>(value: unknown, most: number, read: (one: unknown) => readonly T[]): readonly T[] {
  return list(value).slice(0, most).flatMap(read)
}

function addressIn(value: unknown): readonly string[] {
  const address = text(value, ADDRESS)
  return address === undefined ? [] : [address]
}

function flag(value: unknown): boolean | undefined {
  return value === true ? true : undefined
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
  return Buffer.from(typeof value === 'string' ? value : '', 'base64')
}
