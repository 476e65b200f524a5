import { blame } from '../orders.ts'
import type { Code } from '../../model/index.ts'
import type { EvidenceConclusion } from '../whole-run.ts'
import { TRUST_SETTING } from '../../knowledge/clients.ts'

export const verificationOff: EvidenceConclusion = {
  id: 'egress/verification-off',
  says: ({ egress, observations }) => {
    const cited = observations.find(({ probe }) => probe === 'handshake') ?? observations[0]
    if (egress.verifies) return undefined
    return {
      ...blame('request', 'config.tls_verification_off', 'config'),
      summary:
        'The environment switches certificate verification off for the application: anyone on the path can read the API key.',
      doNext:
        "Remove NODE_TLS_REJECT_UNAUTHORIZED=0 (or its like) from the job's env, and trust the missing root instead.",
      doNot: 'Do not keep it because the preflight passes: the preflight verifies.',
      cites: [cited],
    }
  },
}

export const clearTextProxy: EvidenceConclusion = {
  id: 'egress/clear-text-proxy',
  says: ({ route, egress, observations }) => {
    const { proxy } = egress
    const cited = observations.find(({ probe }) => probe === 'connect') ?? observations[0]
    if (proxy === undefined || !route.baseUrl.startsWith('http:')) return undefined
    return {
      ...blame('request', 'config.plain_http_via_proxy', 'config'),
      summary: `The base URL is plain http://, and the ${egress.client} client sends it through the proxy ${proxy.host}: whoever runs that proxy can read the API key.`,
      doNext: `Use https:// in the base URL, or add its host to NO_PROXY so that no proxy sees the API key.`,
      cites: [cited],
    }
  },
}

export const variableIgnored: EvidenceConclusion = {
  id: 'egress/variable-ignored',
  explainedBy: ['egress/proxy-ignored'],
  says: ({ egress, observations }) => {
    const [first] = egress.ignored
    const cited = observations.find(({ probe }) => probe === 'connect') ?? observations[0]
    if (first === undefined) return undefined
    const names = egress.ignored.map(({ variable }) => variable).join(', ')
    return {
      ...blame('request', 'config.variable_ignored', 'config'),
      summary:
        `${names} ${egress.ignored.length === 1 ? 'is' : 'are'} set, but the ${egress.client} client does not act on ${egress.ignored.length === 1 ? 'it' : 'them'}: ${first.because}`.replace(
          /\.?$/,
          '.',
        ),
      doNext: egress.ignored.map(({ fix }) => fix),
      cites: [cited],
    }
  },
}

/** The way depends on a rule of a newer release, and nobody knows which one the application runs on. */
export const releaseUnknown: EvidenceConclusion = {
  id: 'egress/release-unknown',
  says: ({ egress, observations }) => {
    const [first, ...more] = egress.assumes ?? []
    const cited = observations.find(({ probe }) => probe === 'connect') ?? observations[0]
    if (first === undefined) return undefined
    return {
      ...blame('request', 'config.release_unknown', 'config'),
      summary: `The way of the ${egress.client} client depends on its release, which is not known here; the newest was meant: ${[first, ...more].join('; ')}.`,
      doNext: `Put the runtime of the application on PATH before this step, or compare its release with this rule.`,
      cites: [cited],
    }
  },
}

/** A variable on which the client itself fails before any packet, or that this program cannot follow. */
export const unusableWay: EvidenceConclusion = {
  id: 'egress/unusable',
  says: ({ egress: { unusable, client }, observations }) => {
    if (unusable === undefined) return undefined
    const byClient = unusable.by === 'client'
    return {
      owner: byClient ? 'request' : 'unknown',
      rung: 'config',
      code: byClient ? broken(unusable.variable) : 'own.way_not_supported',
      summary: byClient
        ? `The ${client} client cannot send anything with ${unusable.variable} as it is: ${unusable.because}`
        : `${unusable.variable} names an egress that this preflight cannot use, so nothing was proven: ${unusable.because}`,
      doNext: unusable.fix,
      doNot: 'Do not look at the API key or the quota: no request was sent this way.',
      cites: [observations[0]],
    }
  },
}

/** A file of roots that cannot be read is no matter of the proxy. */
function broken(variable: string): Code {
  return TRUST_SETTING.test(variable) ? 'config.trust_unusable' : 'config.proxy_unusable'
}
