import type { AnyObservation, ResponseFacts } from '../../model/index.ts'
import { factsOf, investigation, observation, observations } from '../../model/reading.ts'
import { type BrokenStep, type CodeLayer, layerOf } from './broken-step.ts'

/** How far the outage reaches, as the control host tells. */
export interface Outage {
  readonly extent: 'this-host' | 'everything' | 'not-known'
  /** End of a sentence, with its comma; empty when not known. */
  readonly note: string
  /** Layer at which the control host failed. */
  readonly layer?: CodeLayer
  readonly control?: AnyObservation
}

const CLOSED_LAYERS: ReadonlySet<string> = new Set(['dns', 'tcp', 'proxy', 'tls', 'http'])

export function outage(step: BrokenStep): Outage {
  const control = investigation(step.evidence, 'control')
  const host = factsOf<'control'>(control)?.host ?? control?.target ?? ''
  if (control === undefined || host === step.host) return { extent: 'not-known', note: '' }
  if (control.outcome.status === 'ok') {
    const note = `, while ${host} answers from the same runner: only this destination is closed`
    return { extent: 'this-host', note, control }
  }
  if (control.outcome.status === 'failed') {
    const layer = layerOf(control.outcome.failure.code)
    if (!CLOSED_LAYERS.has(layer)) return { extent: 'not-known', note: '' }
    const note = `, and ${host} cannot be reached either (${control.outcome.failure.code}): the runner's whole way out is closed`
    return { extent: 'everything', note, layer, control }
  }
  return { extent: 'not-known', note: '' }
}

export interface OtherWay {
  readonly way: 'direct' | 'proxy'
  /** `host:port`, empty for the direct way. */
  readonly proxy: string
  /** Variable that names the proxy, empty when not known. */
  readonly source: string
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
    return { way, proxy: facts.proxy ?? '', source: facts.source ?? '', observation: seen }
  }
  return undefined
}

/** Variables about whom to trust: they open no road. */
const ABOUT_TRUST = /CERT|_CA_|SSL|TLS/i

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
  return ignored.filter(({ variable }) => !ABOUT_TRUST.test(variable)).map(({ fix }) => fix)
}

export function bypassOrder(step: BrokenStep): string {
  return `Add ${step.host} to NO_PROXY in the job's env: without the proxy the API was reached from this runner.`
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

/** An answer that only the API of the route writes: its own error object, or its request id. */
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
