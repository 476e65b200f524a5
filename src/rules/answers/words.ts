import type { Code, Responder } from '../../model/index.ts'
import { factsOf, investigation } from '../../model/reading.ts'
import { headroomOf } from '../headroom.ts'
import type { Reply } from './reply.ts'

/** Of what does not say its product. */
const NAMES: Readonly<Record<Responder, string>> = {
  openai: 'OpenAI',
  'openai-edge': 'The Cloudflare edge of OpenAI',
  'azure-openai': 'Azure OpenAI',
  'azure-apim': 'Azure API Management',
  gateway: 'The gateway',
  proxy: 'A proxy',
  interceptor: 'A filter on the path',
  unknown: 'Something',
}

/** Who answered, by name: `OpenAI`, `LiteLLM`, `The gateway`. */
export function nameOf({ who: { assumed, responder, product } }: Reply): string {
  if (assumed === true) return 'A server'
  if (product !== '' && responder === 'gateway') return `The gateway (${product})`
  if (product !== '' && responder === 'proxy') return `The proxy (${product})`
  const named = product !== '' && responder === 'interceptor'
  return named
    ? `${product.charAt(0).toUpperCase()}${product.slice(1)} on the path`
    : NAMES[responder]
}

/** `the egress address of this runner (203.0.113.7, SG)`, as far as the API's edge said it. */
export function egressOfRunner({ evidence }: Reply): string {
  const facts = factsOf(investigation(evidence, 'egress-address'))
  const { address, country, pool = [] } = facts ?? {}
  const known = [...(pool.length > 0 ? pool : [address]), country].filter(Boolean).join(', ')
  const what =
    pool.length > 0 ? 'every egress address of this runner' : 'the egress address of this runner'
  return `${what}${known === '' ? '' : ` (${known})`}`
}

/** `POST /v1/responses`; a log may not say which. */
export function requestLine({ facts }: Reply): string {
  return facts.path === '' ? 'this request' : `${facts.method} ${facts.path}`
}

/** `OpenAI at api.openai.com answered 429 insufficient_quota`. */
export function answered(reply: Reply, word = wordOf(reply)): string {
  const { host, facts } = reply
  // A log that names no gateway has nothing to add to "the gateway".
  const where =
    host === '' || nameOf(reply).toLowerCase().startsWith(host)
      ? ''
      : `${isOnTheWay(reply) ? ' to' : ' at'} ${host}`
  return `${nameOf(reply)}${where} answered ${String(facts.status)}${word === '' ? '' : ` ${word}`}`
}

function isOnTheWay({ who }: Reply): boolean {
  return who.responder === 'proxy' || who.responder === 'interceptor'
}

/** The API's own word for it, `''` when it gave none or only the status once more. */
function wordOf({ error }: Reply): string {
  const words = [error.code, error.type].filter((one) => one !== undefined && !/^\d+$/.test(one))
  return words[0] ?? ''
}

/** ` (request ID req_1)`, or nothing. */
export function requestId({ facts }: Reply): string {
  const id = facts.requestId ?? ''
  return /^[\w.:-]{1,128}$/.test(id) ? ` (request ID ${id})` : ''
}

/** ` in 12 s`, from `retry-after` or the reset of the limit that is used up; nothing without one. */
export function whenAgain({ facts }: Reply): string {
  const { limits } = facts
  const spent = [limits?.requests, limits?.tokens].find((one) => one?.remaining === 0)
  const waitMs = limits?.retryAfterMs ?? spent?.resetMs
  return waitMs === undefined ? '' : ` in ${lengthOf(Math.max(1, Math.ceil(waitMs / 1000)))}`
}

/** `40 s`, `7 min 12 s`, `24 h`: a wait that nobody counts in seconds. */
function lengthOf(seconds: number): string {
  if (seconds <= 120) return `${String(seconds)} s`
  const minutes = seconds < 3600 ? Math.floor(seconds / 60) : Math.round(seconds / 60)
  const [whole, unit, rest, below] =
    seconds < 3600
      ? [minutes, 'min', seconds % 60, 's']
      : [Math.floor(minutes / 60), 'h', minutes % 60, 'min']
  return `${String(whole)} ${unit}${rest === 0 ? '' : ` ${String(rest)} ${below}`}`
}

/** ` (0 of 500 requests left, resets in 6 s)`; nothing when the response has no such headers. */
export function headroom({ facts }: Reply): string {
  const told = headroomOf(facts.limits)
  return told === '' ? '' : ` (${told})`
}

/**
 * The responder's own code in our style: `DeploymentNotFound` → `azure.deployment_not_found`.
 * `otherwise` where it sent none, or only repeats the status or a word that says nothing.
 */
export function codeOf(
  layer: 'api' | 'azure' | 'gateway',
  { error }: Reply,
  otherwise: string,
): Code {
  const own = [error.code, error.type].map(slug).find((one) => one !== '' && !EMPTY_WORDS.test(one))
  return `${layer}.${own ?? otherwise}`
}

/** Said of so many different things that they name none of them. */
const EMPTY_WORDS =
  /^(?:invalid_request_error|bad_?request(?:_error)?|unauthorized|forbidden|not_?found|error|none|null|api_error|internal_server_error|too_many_requests)$/

function slug(token: string | undefined): string {
  if (token === undefined || /^\d+$/.test(token)) return ''
  return token
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
}
