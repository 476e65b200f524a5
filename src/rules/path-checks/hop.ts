import { hostIn, type Evidence, type Owner, type ResponseFacts } from '../../model/index.ts'
import { isOwnHost } from '../../knowledge/hosts.ts'
import { factsOf, isProbe, requestChain } from '../../model/reading.ts'
import { inspectorIn } from '../../knowledge/catalogue.ts'

/** Something between the client and the API that changes how bytes travel, as far as it shows. */
export interface Hop {
  readonly owner: Owner
  /** Of the host that the base URL names. */
  readonly host: string
  /** `nginx/1.24.0 (header server)`, `the inspection by Zscaler`; empty when nothing names it. */
  readonly named: string
  /** `nginx/1.24.0 (header server)`, or words for one that nobody named. */
  readonly words: string
}

/** Servers that stand at the end of the direct route by right. */
const OPENAI_EDGE = /^cloudflare/i

/**
 * Who has to act on a hop that shows only by what it does: on the direct route, behind an inspected
 * connection and in a proxy that names itself the path; else the provider, whose server proved its name.
 */
export function hopOf(evidence: Evidence, headers: ResponseFacts['headers']): Hop {
  const { route, egress } = evidence
  const host = hostIn(route.baseUrl)
  const inspector = inspectorOf(evidence)
  const via = plain(headers['via'] ?? '')
  const server = plain(headers['server'] ?? '')
  const named =
    inspector !== undefined
      ? `the inspection by ${inspector}`
      : via !== ''
        ? `${via} (header via)`
        : server === '' || (route.kind === 'openai' && OPENAI_EDGE.test(server))
          ? ''
          : `${server} (header server)`
  const onPath =
    route.kind === 'openai' ||
    inspector !== undefined ||
    (egress.proxy !== undefined && (via !== '' || route.baseUrl.startsWith('http:')))
  const nameless = onPath
    ? `the proxy or inspection device between this runner and ${host}`
    : `the server in front of ${host}`
  return {
    owner: onPath ? 'connection-path' : 'route-provider',
    host,
    named,
    words: named === '' ? nameless : named,
  }
}

function inspectorOf(evidence: Evidence): string | undefined {
  const seen = requestChain(evidence).findLast((one) => isProbe(one, 'handshake'))
  const { of, chain = [], privateRoot, servername = '' } = factsOf<'handshake'>(seen) ?? {}
  if (of !== 'target') return undefined
  const product = inspectorIn(chain)
  return product ?? (privateRoot === true && isOwnHost(servername) ? 'a private root' : undefined)
}

/** What a header says is not trusted to be short or plain. */
function plain(value: string): string {
  return value.replaceAll(/[^\w .,/()-]/g, '').slice(0, 60)
}
