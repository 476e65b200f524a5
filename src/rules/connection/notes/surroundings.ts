import type { EvidenceConclusion } from '../../whole-run.ts'
import { isOwnHost } from '../../../knowledge/hosts.ts'
import { factsOf, investigation, isProbe, requestChain } from '../../../model/reading.ts'
import { inspectorIn } from '../../../knowledge/catalogue.ts'

/**
 * Verified, and yet not by a public root: whoever holds the private one reads everything, and wrote
 * or passed on the answer. Nobody can tell a perfect forgery; that somebody could is said.
 */
export const inspected: EvidenceConclusion = {
  id: 'tls/private-root',
  says: (evidence) => {
    const seen = requestChain(evidence)
      .filter((one) => isProbe(one, 'handshake'))
      .findLast((one) => one.outcome.status === 'ok' && factsOf(one)?.of === 'target')
    if (seen === undefined) return undefined
    const { servername = '', chain = [], privateRoot } = factsOf<'handshake'>(seen) ?? {}
    const product = inspectorIn(chain)
    const foreign = privateRoot === true && isOwnHost(servername)
    if (product === undefined && !foreign) return undefined
    const issuer = chain.at(-1)?.issuer ?? ''
    return {
      owner: 'connection-path',
      rung: 'tls',
      code: 'tls.private_root',
      summary: `The certificate of ${servername} is trusted and comes from ${product ?? 'no root that Node.js ships'}${issuer === '' ? '' : ` (issuer "${issuer}")`}: whoever holds that root can read the API key and write the answers.`,
      doNext: [
        `Ask the network team whether they inspect TLS to ${servername}; if they do not, remove that root from the trust settings.`,
      ],
      doNot: ['Do not take the answer as proof of the API: it came through that root.'],
      cites: [seen],
    }
  },
}

/** The status page as a witness with its time, never as the judge. */
export const incidentOpen: EvidenceConclusion = {
  id: 'status/incident-open',
  says: (evidence) => {
    const seen = investigation(evidence, 'status-page')
    const facts = factsOf<'status-page'>(seen)
    if (seen?.outcome.status !== 'ok' || facts?.indicator === undefined) return undefined
    if (facts.indicator === 'none') return undefined
    const parts = (facts.components ?? [])
      .filter(({ status }) => status !== 'operational')
      .slice(0, 3)
      .map(({ name, status }) => `${name}: ${status}`)
    return {
      owner: evidence.route.kind === 'openai' ? 'api-server' : 'route-provider',
      rung: 'http',
      code: 'api.incident_open',
      retryable: true,
      summary: `${facts.host ?? seen.target} reports ${facts.indicator}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}${facts.updatedAt === undefined ? '' : ` as of ${facts.updatedAt}`}; that alone does not prove that this route failed for it.`,
      doNext: [`Read ${facts.host ?? seen.target} before changing anything on the path.`],
      cites: [seen],
    }
  },
}
