import type { Packet, PacketRoute, Runtime, Secret, Verdict } from '../model/index.ts'
import {
  effectiveDepth,
  endpointFacts,
  exactly,
  failsJob,
  given,
  SCHEMA_VERSION,
  written,
} from '../model/index.ts'
import { INPUTS } from '../settings/index.ts'
import type { RouteResult, RouteRun } from './route-run.ts'
import { isVendorKey } from '../knowledge/credentials.ts'
import type { Redactor } from '../redaction/index.ts'
import { sideBySide } from './side-by-side.ts'
import { clientPathsOf } from './client-paths.ts'
import { exceptionSeen } from './exception.ts'
import { flat, stamp } from './stored.ts'
import { egressAddressSeen, statusPageSeen } from './witnesses.ts'

/**
 * Compared between packets of one team, useless to anybody else: 48 bits of a keyed hash. Empty for
 * a key without the shape of a vendor, which may be short or a word.
 */
export const FINGERPRINT_SALT = 'openai-preflight packet 1'

export function fingerprint(secret: Secret | undefined): string {
  const key = secret?.reveal() ?? ''
  // The salt is public: a key that a person made up could be guessed from it.
  if (!isVendorKey(key)) return ''
  // Loading it costs 5 ms of CPU, and a run without a key has no use for it.
  const { createHmac } = process.getBuiltinModule('node:crypto')
  return createHmac('sha256', FINGERPRINT_SALT).update(key).digest('hex').slice(0, 12)
}

/** Everything known about a run, with the secrets taken out: the one thing that reports are made from. */
export function buildPacket(run: {
  readonly results: readonly RouteResult[]
  readonly startedAt: Date
  readonly elapsedMs: number
  readonly runtime: Runtime
  readonly redactor: Redactor
}): Packet {
  const routes = run.results.map((result): PacketRoute => {
    const { route, plan } = result.routeRun
    return {
      name: route.name,
      kind: route.kind,
      baseUrl: route.baseUrl,
      endpoint: route.endpoint,
      ...given({ application: route.application }),
      model: route.model ?? '',
      client: route.client,
      clientReason: route.clientReason,
      depth: effectiveDepth(route),
      ...given({ repeat: repeatOf(result.routeRun) }),
      keyFingerprint: fingerprint(route.apiKey),
      failOn: [...route.failOn],
      attempts: route.attempts,
      attempt: result.attempts,
      egress: plan.egress,
      ...clientPathsOf(result),
      observations: result.observations.map(flat),
      ...statusPageSeen(result, { startedAt: run.startedAt, source: run.runtime.source }),
      ...egressAddressSeen(result),
      ...exceptionSeen(result),
      verdict: result.verdict,
    }
  })
  const bare = {
    schemaVersion: SCHEMA_VERSION,
    ...stamp(run.runtime, run.startedAt, run.elapsedMs),
    routes,
    verdict: ofTheRun(run.results),
  } as const
  const clean = run.redactor.deep(bare, 'packet')
  return { ...clean, redactions: run.redactor.list() }
}

const DEFAULTS = new Map<string, string | undefined>(
  INPUTS.map((input) => [input.name, 'default' in input ? input.default : undefined]),
)

/** The inputs that send this very request again, besides those that have a field of their own. */
function repeatOf({ route, browserOrigin, deadlineMs = 0 }: RouteRun): PacketRoute['repeat'] {
  const { endpoint, stream = false, pathChecks = [], apiVersion, azureScope } = route
  const all: Readonly<Record<string, string | undefined>> = {
    stream: endpointFacts(endpoint).streamed === undefined ? undefined : String(stream),
    'path-checks': pathChecks.map(written).join(','),
    'api-version': apiVersion,
    'azure-scope': azureScope,
    organization: route.organization === undefined ? undefined : '$OPENAI_ORG_ID',
    project: route.project === undefined ? undefined : '$OPENAI_PROJECT_ID',
    timeout: route.timeoutMs === 0 ? '' : exactly(route.timeoutMs),
    deadline: deadlineMs === 0 ? '' : exactly(deadlineMs),
    'browser-origin': browserOrigin,
    'expiry-warning': days(route.expiryWarningMs),
    'headroom-warning': percent(route.headroomWarning),
  }
  const told = Object.entries(all).flatMap(([name, value]) =>
    value === undefined || value === '' || value === DEFAULTS.get(name) ? [] : [[name, value]],
  )
  return told.length === 0 ? undefined : Object.fromEntries(told)
}

function days(ms: number | undefined): string | undefined {
  if (ms === undefined || ms % 86_400_000 !== 0) return ms === undefined ? ms : exactly(ms)
  return ms === 0 ? '0' : `${ms / 86_400_000}d`
}

function percent(share: number | undefined): string | undefined {
  return share === undefined ? share : `${Number((share * 100).toFixed(3))}%`
}

/**
 * The verdict of the route that decides – one that fails the job before other failures, before an
 * open question, before a pass – with what the routes say together.
 */
function ofTheRun(results: readonly RouteResult[]): Verdict & { readonly route: string } {
  const worst =
    results.find((one) => one.verdict.verdict === 'fail' && gates(one)) ??
    results.find(gates) ??
    results.find(({ verdict }) => verdict.verdict === 'fail') ??
    results.find(({ verdict }) => verdict.verdict === 'inconclusive') ??
    results[0]
  if (worst === undefined) throw new Error('a packet needs at least one route')
  const together = sideBySide(results, worst)
  const { summary } = worst.verdict
  return {
    ...worst.verdict,
    summary: together === '' ? summary : `${summary} ${together}`,
    route: worst.routeRun.route.name,
  }
}

function gates({ routeRun, verdict }: RouteResult): boolean {
  return failsJob(verdict, routeRun.route.failOn)
}
