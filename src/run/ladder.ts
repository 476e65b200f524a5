import type {
  AnyObservation,
  Evidence,
  Finding,
  LadderStep,
  Responder,
  Rung,
} from '../model/index.ts'
import { EXPIRY_CODES, RUNGS, effectiveDepth, heightOf, entryOf } from '../model/index.ts'
import { requestChain } from '../model/reading.ts'
import { lineOf } from '../reports/seen.ts'
import { headroomOf } from '../rules/headroom.ts'
import { flat } from './stored.ts'

/** Decided by the path or the host alone, or by nobody who would look at credentials. */
const BEFORE_THE_KEY: ReadonlySet<string> = new Set([
  'api.invalid_url',
  'api.incorrect_hostname',
  'azure.resource_not_found',
  'azure.api_version_unsupported',
  'azure.api_version_on_v1',
  'azure.network_rules',
  'azure.public_access_disabled',
  'gateway.not_configured',
  'http.redirected',
  'http.response.invalid',
])

/** Rungs that the API itself climbs behind its HTTP response; no socket shows them. */
const BEHIND_HTTP: readonly Rung[] = ['auth', 'request', 'quota', 'answer']
/** How high each depth can prove. */
const TOP: Readonly<Record<string, Rung>> = { route: 'http', auth: 'auth', request: 'answer' }

const API: ReadonlySet<Responder> = new Set(['openai', 'azure-openai', 'azure-apim', 'gateway'])

/**
 * The ladder of the last attempt, and the last rung that was proven below the finding. Rungs behind
 * the HTTP response are proven by how far the API itself let the request go: an API that says
 * "no credits" has accepted the key.
 */
export function climb(
  evidence: Evidence,
  finding: Finding | undefined,
  responder: Responder | undefined,
): { readonly ladder: readonly LadderStep[]; readonly lastGood: Rung | 'none' } {
  const chain = requestChain(evidence)
  // Everything was proven; what ends soon is marked where it will break.
  if (finding !== undefined && EXPIRY_CODES.includes(finding.code)) {
    const proven = climb(evidence, undefined, responder).ladder
    const ladder = proven.map((step): LadderStep =>
      step.rung === finding.rung ? { ...step, status: 'failed', because: finding.code } : step,
    )
    return { ladder, lastGood: lastGoodOf(ladder, finding) }
  }
  const ladder = RUNGS.map((rung): LadderStep => {
    if (finding?.rung === rung) return failedStep(rung, finding, chain)
    if (rung === 'config') return { rung, status: 'ok', because: 'settings are usable', cites: [] }
    if (BEHIND_HTTP.includes(rung)) return behindHttp(rung, evidence, finding, responder, chain)
    return seenStep(rung, evidence, chain)
  })
  return { ladder, lastGood: lastGoodOf(ladder, finding) }
}

function lastGoodOf(ladder: readonly LadderStep[], finding: Finding | undefined): Rung | 'none' {
  // What a front end holds says nothing of the path, which was climbed beside it.
  const beside = finding === undefined || finding.owner === 'client-app'
  const bad = beside ? RUNGS.length : heightOf(finding.rung)
  const last = ladder.findLast(({ rung, status }) => status === 'ok' && heightOf(rung) < bad)
  return last?.rung ?? 'none'
}

function failedStep(rung: Rung, finding: Finding, chain: readonly AnyObservation[]): LadderStep {
  const own = chain.filter((one) => one.rung === rung)
  return {
    rung,
    status: 'failed',
    because: seenWhenFailing(rung, own, chain) ?? finding.code,
    ...timeOf(own),
    cites: own.length > 0 ? own.map(({ id }) => id) : finding.cites.map(({ id }) => id),
  }
}

/** What was seen where it failed: the errno, or the response that the finding is about. */
function seenWhenFailing(
  rung: Rung,
  own: readonly AnyObservation[],
  chain: readonly AnyObservation[],
): string | undefined {
  // TLS 1.3 refuses a client certificate after the handshake: the alert is the next observation's.
  const places = rung === 'tls' ? [...own, ...chain] : own
  const failed = places.find(({ outcome }) => outcome.status === 'failed')
  if (failed !== undefined) return told(failed)
  // Behind the HTTP response no socket shows a rung: the response itself is what was seen.
  const behind =
    BEHIND_HTTP.includes(rung) && own.every(({ outcome }) => outcome.status === 'skipped')
  const response = chain.find(
    ({ probe, outcome }) => probe === 'response' && outcome.status === 'ok',
  )
  if (BEHIND_HTTP.includes(rung)) return behind ? refusal(response) : undefined
  const shown = own.find(({ outcome }) => outcome.status === 'ok')
  return refusal(shown) ?? (shown === undefined ? undefined : told(shown))
}

/** What a response says against the request: `HTTP 401, error invalid_api_key`, `HTTP 200, body html`. */
function refusal(one: AnyObservation | undefined): string | undefined {
  if (one?.probe !== 'response' || one.outcome.status !== 'ok') return undefined
  const { status, body } = one.outcome.facts
  const error = body.error?.code ?? body.error?.type
  const words = error === undefined || error === '' ? `body ${body.shape}` : `error ${error}`
  return `HTTP ${status}, ${words}`
}

/** A rung that the sockets show. */
function seenStep(rung: Rung, evidence: Evidence, chain: readonly AnyObservation[]): LadderStep {
  const own = chain.filter((one) => one.rung === rung)
  const cites = own.map(({ id }) => id)
  const failed = own.find((one) => one.outcome.status === 'failed')
  if (failed?.outcome.status === 'failed') {
    return { rung, status: 'failed', because: told(failed), ...timeOf(own), cites }
  }
  const good = own.filter((one) => one.outcome.status === 'ok')
  if (good.length > 0) {
    return { rung, status: 'ok', because: good.map(told).join('; '), ...timeOf(good), cites }
  }
  const skipped = own.find((one) => one.outcome.status === 'skipped')
  return {
    rung,
    status: 'skipped',
    because:
      skipped?.outcome.status === 'skipped' ? skipped.outcome.because : absence(rung, evidence),
    cites,
  }
}

function absence(rung: Rung, evidence: Evidence): string {
  if (rung === 'proxy' && evidence.egress.proxy === undefined) return 'this client goes direct'
  if (rung === 'tls' && evidence.route.baseUrl.startsWith('http:')) return 'the base URL is http://'
  return 'not reached'
}

function behindHttp(
  rung: Rung,
  evidence: Evidence,
  finding: Finding | undefined,
  responder: Responder | undefined,
  chain: readonly AnyObservation[],
): LadderStep {
  const cites = chain.filter((one) => one.probe === 'response').map(({ id }) => id)
  const top = entryOf(TOP, effectiveDepth(evidence.route)) ?? 'http'
  const skipped = (because: string): LadderStep => ({ rung, status: 'skipped', because, cites: [] })
  if (finding === undefined || finding.owner === 'client-app' || finding.decides === true) {
    const { depthLimit, depth } = evidence.route
    if (heightOf(rung) > heightOf(top)) {
      return skipped(depthLimit?.because ?? `depth is ${depth}`)
    }
    return { rung, status: 'ok', because: admitted(rung, chain), cites }
  }
  if (heightOf(rung) > heightOf(finding.rung)) return skipped('not reached')
  // A server error may come before the key was looked at, and a hop's answer says nothing of the API.
  const said =
    responder !== undefined && API.has(responder) && heightOf(finding.rung) > heightOf('http')
  if (!said || finding.owner === 'unknown' || finding.owner === 'connection-path') {
    return skipped('not shown by this answer')
  }
  if (namesAccount(chain) || !(isServerError(finding, chain) || BEFORE_THE_KEY.has(finding.code))) {
    return { rung, status: 'ok', because: 'accepted', cites }
  }
  return skipped('not shown by this answer')
}

/** A 5xx may come before the key was looked at. */
function isServerError(finding: Finding, chain: readonly AnyObservation[]): boolean {
  const response = chain.find((one) => one.probe === 'response')
  const status = response?.outcome.status === 'ok' ? response.outcome.facts.status : 0
  return finding.owner === 'api-server' || status >= 500
}

/** What the API let through, for the quota with what is left of it. */
function admitted(rung: Rung, chain: readonly AnyObservation[]): string {
  const response = chain.findLast((one) => one.probe === 'response')
  const limits = response?.outcome.status === 'ok' ? response.outcome.facts.limits : undefined
  const left = rung === 'quota' ? headroomOf(limits) : ''
  return left === '' ? 'accepted' : `accepted; ${left}`
}

/** OpenAI names the organization in the headers once the key is known. */
function namesAccount(chain: readonly AnyObservation[]): boolean {
  return chain.some(
    (one) =>
      one.probe === 'response' &&
      one.outcome.status === 'ok' &&
      one.outcome.facts.headers['openai-organization'] !== undefined,
  )
}

function timeOf(own: readonly AnyObservation[]): { readonly elapsedMs?: number } {
  if (own.length === 0) return {}
  const sum = own.reduce((total, { elapsedMs }) => total + elapsedMs, 0)
  return { elapsedMs: Math.round(sum * 10) / 10 }
}

/** One short line of evidence for a rung. */
function told(one: AnyObservation): string {
  return lineOf(flat(one), 'short')
}
