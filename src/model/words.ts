/** Version of the packet: facts may be added within one. */
export const SCHEMA_VERSION = 1

/** The steps of the path, in the order in which a request climbs them. */
export const RUNGS = [
  'config',
  'dns',
  'tcp',
  'proxy',
  'tls',
  'http',
  'auth',
  'request',
  'quota',
  'answer',
] as const

/** One step of the path. The first rung whose evidence changes is the result that matters. */
export type Rung = (typeof RUNGS)[number]

/** Position on the ladder, 0 for `config`. */
export function heightOf(rung: Rung): number {
  return RUNGS.indexOf(rung)
}

/** Who must act. */
export const OWNERS = [
  'connection-path',
  'route-provider',
  'request',
  'auth',
  'quota',
  'rate-limit',
  'api-server',
  'client-app',
  'unknown',
  'none',
] as const
export type Owner = (typeof OWNERS)[number]

/** The coarse gate that a deploy step tests. */
export const BRANCHES = ['route', 'auth', 'quota', 'server', 'client', 'unknown', 'none'] as const
export type Branch = (typeof BRANCHES)[number]

const BRANCH_OF: Readonly<Record<Owner, Branch>> = {
  'connection-path': 'route',
  'route-provider': 'route',
  request: 'route',
  auth: 'auth',
  quota: 'quota',
  'rate-limit': 'quota',
  'api-server': 'server',
  'client-app': 'client',
  unknown: 'unknown',
  none: 'none',
}

export function branchOf(owner: Owner): Branch {
  return BRANCH_OF[owner]
}

/** Who produced an HTTP response. */
export const RESPONDERS = [
  'openai',
  'openai-edge',
  'azure-openai',
  'azure-apim',
  'gateway',
  'proxy',
  'interceptor',
  'unknown',
] as const
export type Responder = (typeof RESPONDERS)[number]

/** What the first part of a code may be: the layer at which something happened. */
export const LAYERS = [
  'config',
  'path',
  'dns',
  'tcp',
  'proxy',
  'tls',
  'http',
  'websocket',
  'api',
  'azure',
  'gateway',
  'client',
  'own',
] as const

/**
 * What happened, as `layer.reason`: stable, documented one by one in docs/codes.md.
 * Connection layers use the W3C Network Error Logging types where one exists, proxies the
 * RFC 9209 reasons, the API its own codes.
 */
export type Code = `${(typeof LAYERS)[number]}.${string}`

/** How strongly the evidence points to the owner (contract: "the first owner to test"). */
export const CONFIDENCES = ['high', 'medium', 'low'] as const
/**
 * `high`: proven on this path. `medium`: clear, and its author is not proven. `low`: only the shape
 * of the failure is known.
 */
export type Confidence = (typeof CONFIDENCES)[number]

export const VERDICTS = ['pass', 'fail', 'inconclusive'] as const
export type VerdictKind = (typeof VERDICTS)[number]

/** What ends ahead of time: warnings, unless `fail-on` names {@link EXPIRY}. */
export const EXPIRY_CODES: readonly string[] = [
  'api.model_shutdown_soon',
  'api.key_expires_soon',
  'tls.cert.expires_soon',
]

/** Found while everything works, and worth a warning: what will end, and what is nearly used up. */
const AHEAD_CODES: readonly string[] = [...EXPIRY_CODES, 'api.model_not_listed', 'api.headroom_low']

/** Whether a finding beside the verdict is worth a warning of its own: it will end, or a path check met it. */
export function isWarning({
  code,
  rule,
}: {
  readonly code: string
  readonly rule: string
}): boolean {
  return AHEAD_CODES.includes(code) || rule.startsWith('path-check/')
}

/** In `fail-on`: what ends within `expiry-warning`. */
export const EXPIRY = 'expiry'

/** A word of `fail-on`. */
export type Gate = Owner | Branch | typeof EXPIRY

/** Whether a verdict fails the job: something was found, and its owner or branch is in `fail-on`. */
export function failsJob(
  verdict: {
    readonly verdict: VerdictKind
    readonly owner: Owner
    readonly branch: Branch
    readonly code: string
  },
  failOn: readonly string[],
): boolean {
  if (verdict.verdict === 'pass') return false
  if (EXPIRY_CODES.includes(verdict.code)) return failOn.includes(EXPIRY)
  return failOn.includes(verdict.owner) || failOn.includes(verdict.branch)
}

export const ROUTE_KINDS = ['openai', 'azure', 'gateway'] as const
export type RouteKind = (typeof ROUTE_KINDS)[number]

/** How far to climb: `route` sends no credentials, `request` sends one tiny real request. */
export const DEPTHS = ['route', 'auth', 'request'] as const
export type Depth = (typeof DEPTHS)[number]

/** Whose rules decide the way out. */
export const CLIENTS = [
  'node',
  'bun',
  'deno',
  'python',
  'go',
  'java',
  'dotnet',
  'ruby',
  'php',
  'rust',
  'curl',
] as const
export type Client = (typeof CLIENTS)[number]

/** When something is done that not everybody wants. */
export const OCCASIONS = ['never', 'on-failure', 'always'] as const
export type Occasion = (typeof OCCASIONS)[number]

/** Forms in which the verdict is printed for those who collect them. */
export const VERDICT_FORMATS = ['junit', 'sarif', 'prometheus', 'otlp-json'] as const
export type VerdictFormat = (typeof VERDICT_FORMATS)[number]

/** Forms of the hosts and ports that an application needs. */
export const ALLOW_LIST_FORMATS = [
  'text',
  'squid',
  'harden-runner',
  'network-policy',
  'cilium',
  'azure-firewall',
] as const
export type AllowListFormat = (typeof ALLOW_LIST_FORMATS)[number]

/** Why an observation was skipped when the run was told to stop. */
export const CANCELLED = 'cancelled'

/** Why nothing was sent on a route whose turn came too late. */
export const OUT_OF_TIME = 'the deadline of the run had passed'

/** Where an endpoint is from that was asked because the gateway does not serve the default one. */
export const ASKED_INSTEAD = 'asked because /responses is not served'
