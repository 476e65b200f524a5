import { errnoNote, where, type BrokenStep } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import { tunnelNote, tunnelOf } from '../proxy/credentials.ts'
import { bypassOrder, otherWay } from '../witnesses.ts'

/** The configured proxy does not lead to the API, and the direct way does. */
export const proxyBroken: PathConclusion = {
  id: 'egress/proxy-broken',
  says: (step) => {
    const hop = step.evidence.egress.proxy
    const other = otherWay(step, 'direct') ?? otherWay(step, 'proxy')
    if (other === undefined || hop === undefined) return undefined
    if (!BROKEN_BY_PROXY.has(step.layer) || step.code.startsWith('tls.cert.')) return undefined
    return {
      code: step.of === 'proxy' && step.layer !== 'proxy' ? 'proxy.unreachable' : step.code,
      summary: `The proxy ${step.proxy} from ${hop.source} does not lead to ${where(step)} (${failureNote(step)}), while ${other.way === 'direct' ? 'the API answers without it' : `through ${other.proxy} (${other.source}) the API answers`}.`,
      doNext: [
        other.way === 'direct'
          ? bypassOrder(step)
          : `Set ${hop.source} to ${other.proxy} in the job's env, as ${other.source} already says.`,
        `Or repair the proxy ${step.proxy} named in ${hop.source}, if this runner must not go out directly.`,
      ],
      cites: [other.observation],
    }
  },
}

const BROKEN_BY_PROXY: ReadonlySet<string> = new Set(['dns', 'tcp', 'proxy', 'tls', 'http'])

/** Without a word of the proxy's own: `it answered CONNECT with 405`, `proxy.closed (ECONNRESET)`. */
function failureNote(step: BrokenStep): string {
  const { status } = tunnelOf(step)
  return step.code === 'proxy.http_error' && status !== undefined
    ? `it answered CONNECT with ${status}`
    : `${step.code}${tunnelNote(step)}${errnoNote(step)}`.replace(' (', ', ').replace(')', '')
}
