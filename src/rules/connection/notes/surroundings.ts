import type { Rule } from '../../../model/index.ts'
import { factsOf, investigation } from '../../../model/reading.ts'

/** Somebody switched verification off for the application; the preflight verifies all the same. */
export const verificationOff: Rule = {
  id: 'egress/verification-off',
  explainedBy: [],
  match: ({ egress, observations }) => {
    const cited = observations.find(({ probe }) => probe === 'handshake') ?? observations[0]
    if (egress.verifies || cited === undefined) return undefined
    return {
      rule: 'egress/verification-off',
      owner: 'request',
      rung: 'config',
      code: 'config.tls_verification_off',
      retryable: false,
      summary:
        'The environment switches certificate verification off for the application: anyone on the path can read the API key.',
      doNext: [
        "Remove NODE_TLS_REJECT_UNAUTHORIZED=0 (or its like) from the job's env, and trust the missing root instead.",
      ],
      doNot: ['Do not keep it because the preflight passes: the preflight verifies.'],
      cites: [cited],
    }
  },
}

/** The proxy, and everybody between it and the host, reads what is not inside TLS. */
export const clearTextProxy: Rule = {
  id: 'egress/clear-text-proxy',
  explainedBy: [],
  match: ({ route, egress, observations }) => {
    const { proxy } = egress
    const cited = observations.find(({ probe }) => probe === 'connect') ?? observations[0]
    if (proxy === undefined || cited === undefined || !route.baseUrl.startsWith('http:')) {
      return undefined
    }
    return {
      rule: 'egress/clear-text-proxy',
      owner: 'request',
      rung: 'config',
      code: 'config.plain_http_via_proxy',
      retryable: false,
      summary: `The base URL is plain http://, and the ${egress.client} client sends it through the proxy ${proxy.host}: whoever runs that proxy can read the API key.`,
      doNext: [
        `Use https:// in the base URL, or add its host to NO_PROXY so that no proxy sees the API key.`,
      ],
      doNot: [],
      cites: [cited],
    }
  },
}

/** A proxy or trust variable is set and does not act on this client. */
export const variableIgnored: Rule = {
  id: 'egress/variable-ignored',
  explainedBy: ['egress/proxy-ignored'],
  match: ({ egress, observations }) => {
    const [first] = egress.ignored
    const cited = observations.find(({ probe }) => probe === 'connect') ?? observations[0]
    if (first === undefined || cited === undefined) return undefined
    const names = egress.ignored.map(({ variable }) => variable).join(', ')
    return {
      rule: 'egress/variable-ignored',
      owner: 'request',
      rung: 'config',
      code: 'config.variable_ignored',
      retryable: false,
      summary:
        `${names} ${egress.ignored.length === 1 ? 'is' : 'are'} set, but the ${egress.client} client does not act on ${egress.ignored.length === 1 ? 'it' : 'them'}: ${first.because}`.replace(
          /\.?$/,
          '.',
        ),
      doNext: egress.ignored.map(({ fix }) => fix),
      doNot: [],
      cites: [cited],
    }
  },
}

/** The status page as a witness with its time, never as the judge. */
export const incidentOpen: Rule = {
  id: 'status/incident-open',
  explainedBy: [],
  match: (evidence) => {
    const seen = investigation(evidence, 'status-page')
    const facts = factsOf<'status-page'>(seen)
    if (seen?.outcome.status !== 'ok' || facts?.indicator === undefined) return undefined
    if (facts.indicator === 'none') return undefined
    const parts = (facts.components ?? [])
      .filter(({ status }) => status !== 'operational')
      .slice(0, 3)
      .map(({ name, status }) => `${name}: ${status}`)
    return {
      rule: 'status/incident-open',
      owner: evidence.route.kind === 'openai' ? 'api-server' : 'route-provider',
      rung: 'http',
      code: 'api.incident_open',
      retryable: true,
      summary: `${facts.host ?? seen.target} reports ${facts.indicator}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}${facts.updatedAt === undefined ? '' : ` as of ${facts.updatedAt}`}; that alone does not prove that this route failed for it.`,
      doNext: [`Read ${facts.host ?? seen.target} before changing anything on the path.`],
      doNot: [],
      cites: [seen],
    }
  },
}
