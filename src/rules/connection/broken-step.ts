import type {
  AddressAttempt,
  Code,
  Evidence,
  ProxyHop,
  ResolvedAddress,
} from '../../model/index.ts'
import { destinationOf, hostAndPort, LAYERS } from '../../model/index.ts'
import { type AnyFailed, factsOf, firstFailed, isProbe, observation } from '../../model/reading.ts'

/** The layer that a code speaks of: the part before its first dot. */
export type CodeLayer = Code extends `${infer Layer}.${string}` ? Layer : never

/** The first step of the real request that failed, with what every conclusion about it needs. */
export interface BrokenStep {
  readonly evidence: Evidence
  readonly observation: AnyFailed
  readonly code: Code
  readonly layer: CodeLayer
  /** As it was seen; empty when there was none. */
  readonly errno: string
  readonly alert: number | undefined
  /** Whose step it is: the API's, or the proxy's. */
  readonly of: 'target' | 'proxy'
  /** Host and port of the API, from the base URL. */
  readonly host: string
  readonly port: number
  /** `host:port` of the proxy on this client's way, empty when it goes direct. */
  readonly proxy: string
  /** What the last lookup of the API's name gave. */
  readonly addresses: readonly ResolvedAddress[]
  readonly attempts: readonly AddressAttempt[]
}

const PROXY_STEPS: ReadonlySet<CodeLayer> = new Set(['dns', 'tcp', 'proxy'])

/** `undefined` when nothing of the real request failed in its last attempt. */
export function brokenStep(evidence: Evidence): BrokenStep | undefined {
  const broken = firstFailed(evidence)
  if (broken === undefined) return undefined
  const { code, errno = '', alert } = broken.outcome.failure
  const layer = layerOf(code)
  const { host, port } = destination(evidence)
  const hop = evidence.egress.proxy
  const lookup = observation(evidence, 'lookup')
  const resolved = factsOf<'lookup'>(lookup)
  const connect = isProbe(broken, 'connect') ? factsOf<'connect'>(broken) : undefined
  return {
    evidence,
    observation: broken,
    code,
    layer,
    errno,
    alert,
    of: ofProxy(broken, hop) && PROXY_STEPS.has(layer) ? 'proxy' : 'target',
    host,
    port,
    proxy: hop === undefined ? '' : hostAndPort(hop.host, hop.port),
    addresses: resolved?.of === 'target' ? (resolved.addresses ?? []) : [],
    attempts: connect?.attempts ?? [],
  }
}

/** By its own word; a step cut off by the clock has none, but a client with a proxy dials only that. */
function ofProxy(broken: AnyFailed, hop: ProxyHop | undefined): boolean {
  const facts = broken.outcome.facts
  if (facts !== undefined && 'of' in facts && facts.of !== undefined) return facts.of === 'proxy'
  if (broken.rung === 'proxy') return true
  if (hop === undefined) return false
  return broken.probe === 'connect' || (broken.probe === 'lookup' && broken.target === hop.host)
}

export function layerOf(code: Code): CodeLayer {
  return LAYERS.find((layer) => code.startsWith(`${layer}.`)) ?? 'own'
}

/** Host and port of the base URL. */
export function destination({ route }: Evidence): { readonly host: string; readonly port: number } {
  const url = URL.parse(route.baseUrl)
  // A log that names no host: the words for it stand in, and no port is claimed.
  return url === null ? { host: route.baseUrl, port: 0 } : destinationOf(url)
}

/** `The node client`; a log need not say which. */
export function clientName({ evidence: { egress } }: BrokenStep): string {
  return egress.clientUnknown === true ? 'The client' : `The ${egress.client} client`
}

/** `TCP 443`, or what to allow where the log names no port. */
export function tcp({ port }: BrokenStep): string {
  return port === 0 ? 'connections' : `TCP ${port}`
}

/** `api.openai.com:443`. */
export function where(step: BrokenStep): string {
  return hostAndPort(step.host, step.port)
}

/** ` (ECONNREFUSED)`, or nothing where no errno was seen. */
export function errnoNote(step: BrokenStep): string {
  return step.errno === '' || step.errno === 'TIMEOUT' ? '' : ` (${step.errno})`
}

/** `192.0.2.1:443 ECONNREFUSED, [2001:db8::1]:443 no answer`; at most four, empty without attempts. */
function attemptsNote(step: BrokenStep): string {
  const shown = step.attempts
    .slice(0, 4)
    .map(({ address, port, errno, elapsedMs }) => {
      const outcome =
        errno === undefined || errno === 'ETIMEDOUT' || errno === 'TIMEOUT'
          ? `no answer${elapsedMs === 0 ? '' : ` in ${Math.round(elapsedMs)} ms`}`
          : errno
      return `${hostAndPort(address, port)} ${outcome}`
    })
    .join(', ')
  const more = step.attempts.length > 4 ? ` and ${step.attempts.length - 4} more` : ''
  return shown === '' ? '' : `${shown}${more}`
}

/** Which addresses were tried and how each ended, else the errno, in brackets. */
export function triedNote(step: BrokenStep): string {
  const tried = attemptsNote(step)
  return tried === '' ? errnoNote(step) : ` (${tried})`
}

/** ` (TLS alert 40)`, else what the library said. */
export function alertNote(step: BrokenStep): string {
  return step.alert === undefined ? reasonNote(step) : ` (TLS alert ${step.alert})`
}

/** What OpenSSL said, in its words. */
export function detailOf(step: BrokenStep): string | undefined {
  return step.observation.outcome.failure.detail
}

/** ` (OpenSSL: dh key too small)`, else the alert or the errno. */
export function reasonNote(step: BrokenStep): string {
  const reason = detailOf(step)
  if (reason === undefined) {
    return step.alert === undefined ? errnoNote(step) : ` (TLS alert ${step.alert})`
  }
  const alert = step.alert === undefined ? '' : `, TLS alert ${step.alert}`
  return ` (OpenSSL: ${reason}${alert})`
}
