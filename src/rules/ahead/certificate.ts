import { isOwnHost } from '../../knowledge/hosts.ts'
import type { CertificateFacts, Evidence, HandshakeFacts, Owner, Rule } from '../../model/index.ts'
import { factsOf, isProbe, requestChain } from '../../model/reading.ts'
import { soon } from './soon.ts'

/**
 * Certificates of public authorities that live this long at most are renewed by machines, when a
 * third of their life is left (letsencrypt.org/docs/integration-guide): near its end is then a
 * quarter of it, and not what a person needs to renew one by hand.
 */
const RENEWED_BY_MACHINE_MS = 100 * 86_400_000
const SHARE_LEFT = 0.25

/** The first certificate of the path that ends, of the proxy or of the target. */
export const certificateExpires: Rule = {
  id: 'ahead/certificate',
  match: (evidence) => {
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
        rule: 'ahead/certificate',
        owner: ownerOf(evidence, of, facts?.privateRoot === true),
        rung: of === 'proxy' ? 'proxy' : 'tls',
        code: 'tls.cert.expires_soon',
        retryable: false,
        summary: `${which}${issuer} ends on ${ending.validTo.slice(0, 10)}, ${ending.when}.`,
        doNext: [
          `Ask whoever runs ${whose} to renew it before ${ending.validTo.slice(0, 10)}, and to serve the new chain whole.`,
        ],
        doNot: ['Do not switch certificate verification off to outlast that day.'],
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

function ownerOf({ route }: Evidence, of: HandshakeFacts['of'], isPrivate: boolean): Owner {
  if (of === 'proxy') return 'connection-path'
  const host = URL.parse(route.baseUrl)?.hostname ?? ''
  // A private root for a public API: somebody on the path signs it anew.
  if (isPrivate && isOwnHost(host)) return 'connection-path'
  return route.kind === 'openai' && isOwnHost(host) ? 'api-server' : 'route-provider'
}
