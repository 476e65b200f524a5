import { STRICT_RULES } from '../knowledge/strict-certificates.ts'
import { entryOf, type Failure } from '../model/index.ts'
import { failureFrom, timedOut, type Layer } from '../evidence/failure.ts'
import type { RawError, RawEvent, RawLink } from './raw.ts'

/** Results of OpenSSL's verification (x509_vfy.h) in the names that Node has for them. */
const X509: Readonly<Record<number, string>> = {
  2: 'UNABLE_TO_GET_ISSUER_CERT',
  3: 'UNABLE_TO_GET_CRL',
  7: 'CERT_SIGNATURE_FAILURE',
  9: 'CERT_NOT_YET_VALID',
  10: 'CERT_HAS_EXPIRED',
  11: 'CRL_NOT_YET_VALID',
  12: 'CRL_HAS_EXPIRED',
  18: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  19: 'SELF_SIGNED_CERT_IN_CHAIN',
  20: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  21: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  22: 'CERT_CHAIN_TOO_LONG',
  23: 'CERT_REVOKED',
  24: 'INVALID_CA',
  25: 'PATH_LENGTH_EXCEEDED',
  26: 'INVALID_PURPOSE',
  27: 'CERT_UNTRUSTED',
  28: 'CERT_REJECTED',
  62: 'ERR_TLS_CERT_ALTNAME_INVALID',
  64: 'ERR_TLS_CERT_ALTNAME_INVALID',
  79: 'INVALID_CA',
  ...Object.fromEntries(Object.entries(STRICT_RULES).map(([errno, { number }]) => [number, errno])),
}

/** Alerts by OpenSSL's reason, for runtimes that do not give the number (RFC 8446 §6.2). */
const ALERTS: readonly (readonly [RegExp, number])[] = [
  [/ALERT_HANDSHAKE_FAILURE$/, 40],
  [/ALERT_BAD_CERTIFICATE$/, 42],
  [/ALERT_UNKNOWN_CA$/, 48],
  [/ALERT_PROTOCOL_VERSION$/, 70],
  [/ALERT_INSUFFICIENT_SECURITY$/, 71],
  [/UNRECOGNIZED_NAME$/, 112],
  [/CERTIFICATE_REQUIRED$/, 116],
  [/NO_APPLICATION_PROTOCOL$/, 120],
]

/** Names of Python for what libuv calls otherwise. */
const LIBUV: Readonly<Record<string, string>> = { EAI_NONAME: 'ENOTFOUND', EAI_NODATA: 'ENOTFOUND' }

/** Numbers and names of another runtime → a failure in our own words, by the one table of the wire. */
export function failureOf(error: RawError, layer: Layer): Failure {
  if (error.timeout === true) return timedOut(layer)
  if (error.ended === true) return withoutErrno(failureFrom({ code: 'UND_ERR_SOCKET' }, layer))
  if (error.malformed === true) {
    return withoutErrno(failureFrom({ code: 'HPE_INVALID_CONSTANT' }, layer))
  }
  if (error.verify !== undefined) {
    return failureFrom({ code: X509[error.verify] ?? 'UNSPECIFIED' }, layer)
  }
  const alert = error.alert ?? ALERTS.find(([form]) => form.test(error.reason ?? ''))?.[1]
  if (error.reason !== undefined || alert !== undefined) {
    // Python and curl see the end of a connection in the handshake as a reason of OpenSSL.
    if (/UNEXPECTED_EOF|SYSCALL/.test(error.reason ?? '')) return failureOf({ ended: true }, layer)
    const message = alert === undefined ? '' : `SSL alert number ${alert}`
    return failureFrom({ code: `ERR_SSL_${error.reason ?? 'ALERT'}`, message }, layer)
  }
  const errno = error.errno === undefined ? undefined : (entryOf(LIBUV, error.errno) ?? error.errno)
  // `syscall` says that the name comes from the kernel and not from a library.
  return failureFrom(errno === undefined ? {} : { code: errno, syscall: 'inside' }, layer)
}

/** The names stand for undici's in the table; the target never said them. */
function withoutErrno({ code }: Failure): Failure {
  return { code }
}

/** Where the SDK's request broke, by the classes of httpx, httpcore and the standard library. */
export function brokenAt(chain: readonly RawLink[]): {
  readonly layer: Layer
  readonly error: RawError
} {
  const is = (form: RegExp): RawLink | undefined =>
    chain.find(({ mro, name }) => form.test(name) || mro.some((one) => form.test(one)))
  const deepest = chain.findLast(isTelling)
  const lookup = is(/^(?:socket\.)?gaierror$/)
  if (lookup !== undefined) return { layer: 'dns', error: lookup }
  const tls = chain.findLast(({ verify, reason }) => verify !== undefined || reason !== undefined)
  if (tls !== undefined) return { layer: 'tls', error: tls }
  const proxy = is(/ProxyError$/)
  if (proxy !== undefined) return { layer: 'proxy', error: deepest ?? proxy }
  if (is(/ConnectTimeout$/) !== undefined) return { layer: 'tcp', error: { timeout: true } }
  if (is(/ConnectError$/) !== undefined) {
    const ended = chain.some(({ ended }) => ended === true)
    const reset = deepest?.errno === 'ECONNRESET' || deepest?.errno === 'EPIPE'
    // TCP itself is never "ended": httpx calls a broken handshake a ConnectError too.
    return { layer: ended || reset ? 'tls' : 'tcp', error: deepest ?? {} }
  }
  if (is(/RemoteProtocolError$/) !== undefined) {
    return { layer: 'http', error: { ended: true } }
  }
  if (is(/Timeout(?:Error|Exception)?$/) !== undefined || is(/^no end$/) !== undefined) {
    return { layer: 'http', error: { timeout: true } }
  }
  return { layer: 'http', error: deepest ?? {} }
}

function isTelling({ errno, timeout, ended, malformed, verify, reason }: RawError): boolean {
  return [errno, timeout, ended, malformed, verify, reason].some((one) => one !== undefined)
}

/** `openai.APIConnectionError > httpx.ConnectError > ConnectionRefusedError ECONNREFUSED`, as a list. */
export function namesOf(chain: readonly RawLink[]): readonly string[] {
  return chain.map(({ name, errno, verify, reason }) => {
    const number = errno ?? (verify === undefined ? reason : (X509[verify] ?? `verify ${verify}`))
    return number === undefined ? name : `${name} ${number}`
  })
}

type SdkEvent = Extract<RawEvent, { step: 'sdk' }>

const LAYERS: Readonly<Partial<Record<RawEvent['step'], Layer>>> = {
  lookup: 'dns',
  connect: 'tcp',
  tunnel: 'proxy',
  handshake: 'tls',
}

/**
 * One story from two connections: the real request of the SDK, which shows no rungs, and a climb
 * by hand beside it, which shows them. The real request outranks the climb: what it passed cannot
 * have failed, and where it alone broke, that rung has failed.
 */
export function placeSdk(events: readonly RawEvent[]): readonly RawEvent[] {
  const sdk = events.find((event) => event.step === 'sdk')
  if (sdk === undefined) return events
  const climb = events.filter((event) => event.step !== 'sdk')
  if (sdk.response !== undefined) return [...climb.flatMap((one) => outranked(one) ?? []), sdk]
  if (isUnsent(sdk)) return [...climb.filter(({ error }) => error === undefined), sdk]
  const told: SdkEvent = { ...sdk, placed: true }
  if (climb.some((event) => LAYERS[event.step] !== undefined && event.error !== undefined)) {
    return [...climb, told]
  }
  const { layer, error } = brokenAt(sdk.chain)
  const at = climb.findIndex((event) => LAYERS[event.step] === layer)
  const broken = climb[at]
  if (broken === undefined) return [...climb, sdk]
  return [...climb.slice(0, at), { ...broken, error, elapsedMs: sdk.elapsedMs }, told]
}

/** A failed rung of the climb that the real request passed: worth saying, and no failure. */
function outranked(event: RawEvent): RawEvent | undefined {
  if (event.error === undefined) return event
  // Only there because of the failure.
  if (event.step === 'served' || event.step === 'failed') return undefined
  const { error: _error, ...rest } = event
  return {
    ...rest,
    because: 'the real request of the SDK passed; a second connection beside it did not',
  }
}

/** The SDK refused its own settings: an error that is none of a connection and none of an answer. */
export function isUnsent({ chain, unusable, response }: SdkEvent): boolean {
  if (response !== undefined) return false
  const [first] = chain
  if (unusable || first === undefined) return true
  return !first.mro.some((name) => /^API\w*Error$|Timeout/.test(name)) && first.timeout !== true
}
