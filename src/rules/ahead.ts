import { blame } from './orders.ts'
import { evidenceRules, type EvidenceConclusion } from './whole-run.ts'
import { isOwnHost } from '../knowledge/hosts.ts'
import type {
  CertificateFacts,
  Evidence,
  HandshakeFacts,
  Limit,
  ModelSeen,
  Owner,
} from '../model/index.ts'
import { factsOf, isProbe, requestChain, responseOf, investigated } from '../model/reading.ts'
import { headroomOf } from './headroom.ts'

const DAY_MS = 86_400_000

/** An end that is nearer than the route wants to be warned of. */
interface Soon {
  readonly leftMs: number
  /** `in 14 days`, `today`, `3 days ago`. */
  readonly when: string
}

/**
 * @param endMs wall clock, milliseconds since 1970; `NaN` where none is known
 * @param withinMs a shorter warning than that of the route, where there is a reason
 */
function soon(
  { route, startedAtMs }: Evidence,
  endMs: number,
  withinMs = Infinity,
): Soon | undefined {
  const warningMs = route.expiryWarningMs ?? 0
  if (warningMs === 0 || startedAtMs === undefined) return undefined
  const leftMs = endMs - startedAtMs
  if (!(leftMs < Math.min(warningMs, withinMs))) return undefined
  const days = Math.floor(Math.abs(leftMs) / DAY_MS)
  const count = days === 1 ? '1 day' : `${String(days)} days`
  return { leftMs, when: days === 0 ? 'within a day' : leftMs < 0 ? `${count} ago` : `in ${count}` }
}

/** On the direct route the application chooses the model, elsewhere whoever runs the resource. */
function ownerOf({ route }: Evidence): Owner {
  return route.kind === 'openai' ? 'request' : 'route-provider'
}

/** The application calls a model that will be gone. */
const modelShutdown: EvidenceConclusion = {
  id: 'ahead/model-shutdown',
  says: (evidence) => {
    const { seen, facts: { models = [] } = {} } = investigated(evidence, 'models')
    const ending = models
      .flatMap((one) => {
        const end = soon(evidence, Date.parse(one.shutdownDate ?? ''))
        return end === undefined ? [] : [{ ...one, ...end }]
      })
      .toSorted((a, b) => a.leftMs - b.leftMs)
    const [first] = ending
    if (first === undefined) return undefined
    const date = first.shutdownDate ?? ''
    const past = first.leftMs < 0
    const told = ending.map(
      ({ id, from, shutdownDate = '', when }) => `${id} (${from}) on ${shutdownDate}, ${when}`,
    )
    return {
      ...blame(ownerOf(evidence), 'api.model_shutdown_soon', 'request'),
      summary: `The API announces the shutdown of ${ending.length === 1 ? 'a model' : 'models'} that the application names: ${told.join('; ')}.`,
      doNext: `${evidence.route.kind === 'azure' ? 'Move the deployment' : 'Move the application'} to a model without a shutdown date${past ? ' now' : ` before ${date}`}.`,
      doNot: 'Do not wait for the first failed request: the model then no longer answers anybody.',
      cites: [seen],
    }
  },
}

/** At depth auth nothing was asked of the model itself. */
const modelNotListed: EvidenceConclusion = {
  id: 'ahead/model-not-listed',
  says: (evidence) => {
    const { seen, facts: { models = [], count = 0, asked = '' } = {} } = investigated(
      evidence,
      'models',
    )
    const missing = models.filter(({ listed }) => listed === false)
    if (missing.length === 0) return undefined
    const names = missing.map(({ id, from }: ModelSeen) => `${id} (${from})`).join(', ')
    return {
      ...blame(ownerOf(evidence), 'api.model_not_listed', 'request'),
      summary: `${asked} lists ${String(count)} models for this key and not ${names}.`,
      doNext:
        'Correct the name, or give the project of this key access to the model; depth: request proves it.',
      cites: [seen],
    }
  },
}

/** The service itself says that this key ends. */
const keyExpires: EvidenceConclusion = {
  id: 'ahead/key',
  says: (evidence) => {
    const { seen, facts: { expiresAt = '' } = {} } = investigated(evidence, 'key-expiry')
    const end = soon(evidence, Date.parse(expiresAt))
    if (seen === undefined || end === undefined) return undefined
    const day = expiresAt.slice(0, 10)
    return {
      ...blame('auth', 'api.key_expires_soon'),
      summary: `${seen.target} says that this key expires on ${day}, ${end.when}.`,
      doNext: `Create a new key and put it into the secret of this job before ${day}.`,
      cites: [seen],
    }
  },
}

/**
 * Certificates of public authorities that live this long at most are renewed by machines, when a
 * third of their life is left (letsencrypt.org/docs/integration-guide): near its end is then a
 * quarter of it, and not what a person needs to renew one by hand.
 */
const RENEWED_BY_MACHINE_MS = 100 * 86_400_000
const SHARE_LEFT = 0.25

/** The first certificate of the path that ends, of the proxy or of the target. */
const certificateExpires: EvidenceConclusion = {
  id: 'ahead/certificate',
  says: (evidence) => {
    for (const seen of requestChain(evidence)) {
      if (!isProbe(seen, 'handshake') || seen.outcome.status !== 'ok') continue
      const facts = factsOf<'handshake'>(seen)
      const { chain = [], of = 'target', servername = '' } = facts ?? {}
      // What lies above the leaf of a public authority is nobody's here to renew.
      const watched = facts?.privateRoot === true ? chain : chain.slice(0, 1)
      const ending = watched
        .flatMap((one) => {
          const end = soon(evidence, Date.parse(one.validTo), withinOf(one, facts))
          return end === undefined ? [] : [{ ...one, ...end }]
        })
        .toSorted((a, b) => a.leftMs - b.leftMs)[0]
      if (ending === undefined) continue
      const whose = of === 'proxy' ? `the proxy ${servername}` : servername
      const which =
        ending.fingerprint256 === chain[0]?.fingerprint256
          ? `The certificate of ${whose}`
          : `"${ending.subject}" in the certificate chain of ${whose}`
      const issuer = ending.issuer === '' ? '' : ` (issuer "${ending.issuer}")`
      return {
        owner: renewerOf(evidence, of, facts?.privateRoot === true),
        rung: of === 'proxy' ? 'proxy' : 'tls',
        code: 'tls.cert.expires_soon',
        summary: `${which}${issuer} expires on ${ending.validTo.slice(0, 10)}, ${ending.when}.`,
        doNext: `Ask whoever runs ${whose} to renew it before ${ending.validTo.slice(0, 10)}, and to serve the complete new chain.`,
        doNot: 'Do not switch certificate verification off to outlast that day.',
        cites: [seen],
      }
    }
    return undefined
  },
}

/** Milliseconds before its end that are worth a word. */
function withinOf(
  { validFrom, validTo }: CertificateFacts,
  facts: Partial<HandshakeFacts> | undefined,
): number {
  const lifeMs = Date.parse(validTo) - Date.parse(validFrom)
  const renewed = facts?.privateRoot !== true && lifeMs <= RENEWED_BY_MACHINE_MS
  return renewed ? lifeMs * SHARE_LEFT : Infinity
}

function renewerOf({ route }: Evidence, of: HandshakeFacts['of'], isPrivate: boolean): Owner {
  if (of === 'proxy') return 'connection-path'
  const host = URL.parse(route.baseUrl)?.hostname ?? ''
  // A private root for a public API: somebody on the path signs it anew.
  if (isPrivate && isOwnHost(host)) return 'connection-path'
  return route.kind === 'openai' && isOwnHost(host) ? 'api-server' : 'route-provider'
}

/** The request passed, and the next ones may not. */
const headroomLow: EvidenceConclusion = {
  id: 'ahead/headroom',
  says: (evidence) => {
    const response = responseOf(evidence)
    const share = evidence.route.headroomWarning ?? 0
    const { requests, tokens } = response?.facts.limits ?? {}
    const low = {
      ...(isLow(requests, share) ? { requests } : {}),
      ...(isLow(tokens, share) ? { tokens } : {}),
    }
    const left = headroomOf(low)
    if (response === undefined || response.facts.status >= 300 || left === '') return undefined
    return {
      ...blame('rate-limit', 'api.headroom_low'),
      retryable: true,
      summary: `Less than ${String(Math.round(share * 1000) / 10)}% of a rate limit is left: ${left}.`,
      doNext:
        'Find what else uses this project, spread its requests, or ask for a higher limit before the deploy adds to them.',
      doNot: 'Do not change the billing plan for it: a rate limit is not a quota.',
      cites: [response.observation],
    }
  },
}

function isLow(limit: Limit | undefined, share: number): boolean {
  const { remaining, limit: all } = limit ?? {}
  return remaining !== undefined && all !== undefined && all > 0 && remaining < all * share
}

/** What works today and will not for long. None decides, unless `fail-on` names `expiry`. */
export const AHEAD_NOTES = evidenceRules([
  modelShutdown,
  keyExpires,
  certificateExpires,
  modelNotListed,
  headroomLow,
])
