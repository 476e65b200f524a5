import { CLIENT_FACTS, TRUST_SETTING } from '../../knowledge/clients.ts'
import { given, type AnyObservation, type Client, type ResponseFacts } from '../../model/index.ts'
import {
  factsOf,
  investigation,
  isProbe,
  observation,
  observations,
  requestChain,
  investigated,
} from '../../model/reading.ts'
import { type BrokenStep, type CodeLayer, layerOf } from './broken-step.ts'
import { isThisMachine } from '../../knowledge/addresses.ts'
import { isInternalHost } from '../../knowledge/hosts.ts'

/** How far the outage reaches, as the control host tells. */
interface Outage {
  readonly extent: 'this-host' | 'everything' | 'not-known'
  /** End of a sentence, with its comma; empty when not known. */
  readonly note: string
  /** Layer at which the control host failed. */
  readonly layer?: CodeLayer
  readonly control?: AnyObservation
}

const NOT_KNOWN: Outage = { extent: 'not-known', note: '' }
const CLOSED_LAYERS: ReadonlySet<string> = new Set(['dns', 'tcp', 'proxy', 'tls', 'http'])

/** A host outside is no witness of what happens inside this machine, and one inside is none of the outside. */
export function outage(step: BrokenStep): Outage {
  const { seen: control, facts } = investigated(step.evidence, 'control')
  const host = facts?.host ?? control?.target ?? ''
  if (control === undefined || host === step.host || isOnThisMachine(step)) return NOT_KNOWN
  if (isThisMachine(URL.parse(`http://${host}`)?.hostname ?? '')) return NOT_KNOWN
  const taken = step.layer === 'http'
  if (control.outcome.status === 'ok') {
    const note = `, while ${host} answers from the same runner${taken ? '' : ': only this host is unreachable'}`
    return { extent: 'this-host', note, control }
  }
  if (control.outcome.status !== 'failed' || taken) return NOT_KNOWN
  const { code } = control.outcome.failure
  const layer = layerOf(code)
  // One refused port may be that server's own; several on one host are somebody's rule.
  const onePort = code === 'tcp.refused' && (facts?.refusedPorts ?? []).length < 2
  if (!CLOSED_LAYERS.has(layer) || onePort) return NOT_KNOWN
  const note = `, and ${host} cannot be reached either (${code}): the runner's whole egress is closed`
  return { extent: 'everything', note, layer, control }
}

/** Loopback: nothing lies between the client and what listens there. */
export function isOnThisMachine(step: BrokenStep): boolean {
  const { addresses, host, proxy } = step
  const looped = addresses.length > 0 && addresses.every(({ scope }) => scope === 'loopback')
  return proxy === '' && (isThisMachine(host) || (looped && isInternalHost(host)))
}

/**
 * On a provider's route, it is the provider that took the connection: nothing lies between
 * (loopback), or the handshake of this very request was verified.
 */
export function isAtProvider(step: BrokenStep): boolean {
  if (step.evidence.route.kind === 'openai') return false
  return (
    isOnThisMachine(step) ||
    requestChain(step.evidence).some(
      (one) =>
        isProbe(one, 'handshake') &&
        one.outcome.status === 'ok' &&
        one.outcome.facts.of === 'target' &&
        one.outcome.facts.verified,
    )
  )
}

interface OtherWay {
  readonly way: 'direct' | 'proxy'
  /** `host:port`, empty for the direct way. */
  readonly proxy: string
  /** Variable that names the proxy, empty when not known. */
  readonly source: string
  /** Trusted there by another client only. */
  readonly trustOf?: Client
  readonly observation: AnyObservation
}

/** A redirect or a demand to log in comes from something on that way, not from the API. */
export function fromInBetween(status: number): boolean {
  return (status >= 300 && status < 400) || status === 407 || status === 511
}

/** A way that this client does not take, when it was tried and reached the API. */
export function otherWay(step: BrokenStep, way: OtherWay['way']): OtherWay | undefined {
  for (const seen of observations(step.evidence, 'other-way')) {
    if (seen.outcome.status !== 'ok') continue
    const { facts } = seen.outcome
    if (!facts.reached || facts.way !== way || fromInBetween(facts.status ?? 200)) continue
    return {
      way,
      proxy: facts.proxy ?? '',
      source: facts.source ?? '',
      ...given({ trustOf: facts.trustOf }),
      observation: seen,
    }
  }
  return undefined
}

const WAY_MATTERS: ReadonlySet<string> = new Set(['dns', 'tcp', 'proxy', 'tls', 'http'])

/**
 * Orders that follow from the ways of this environment whatever closed this one: the direct way
 * that was seen to work, and the proxy variables that this client does not read.
 */
export function otherWayOrders(step: BrokenStep): readonly string[] {
  if (!WAY_MATTERS.has(step.layer)) return []
  const { proxy, ignored } = step.evidence.egress
  if (proxy !== undefined && otherWay(step, 'direct') !== undefined) return [bypassOrder(step)]
  if (proxy !== undefined || step.code.startsWith('tls.cert.')) return []
  return ignored.filter(({ variable }) => !TRUST_SETTING.test(variable)).map(({ fix }) => fix)
}

export function bypassOrder(step: BrokenStep): string {
  return `${CLIENT_FACTS[step.evidence.egress.client].bypass(step.host)}: without the proxy the API was reached from this runner.`
}

/** Clock of another machine minus ours, milliseconds: of any response that had a `Date`. */
export function clockSkew(
  step: BrokenStep,
): { readonly skewMs: number; readonly observation: AnyObservation } | undefined {
  const { evidence } = step
  const response = observation(evidence, 'response')
  const keyless = investigation(evidence, 'keyless')
  const direct = investigation(evidence, 'direct-api')
  const control = investigation(evidence, 'control')
  const clocks = [
    { seen: response, skewMs: factsOf<'response'>(response)?.clockSkewMs },
    { seen: keyless, skewMs: factsOf<'keyless'>(keyless)?.clockSkewMs },
    { seen: direct, skewMs: factsOf<'direct-api'>(direct)?.clockSkewMs },
    { seen: control, skewMs: factsOf<'control'>(control)?.clockSkewMs },
  ]
  for (const { seen, skewMs } of clocks) {
    if (seen !== undefined && skewMs !== undefined) return { skewMs, observation: seen }
  }
  return undefined
}

/** An answer that only the API of the route writes: its own error object, or its request ID. */
export function writtenByApi(facts: Partial<ResponseFacts> | undefined): boolean {
  if (facts === undefined) return false
  const headers = facts.headers ?? {}
  return (
    facts.body?.errorShape === 'openai' ||
    headers['x-request-id'] !== undefined ||
    headers['apim-request-id'] !== undefined ||
    headers['openai-processing-ms'] !== undefined
  )
}
