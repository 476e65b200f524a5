import { CLIENT_FACTS } from '../../../knowledge/clients.ts'
import { type BrokenStep, errnoNote, triedNote } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'

/** The variable that names the proxy, as it is spelt. */
export function proxyVariable(step: BrokenStep): string {
  return step.evidence.egress.proxy?.source ?? 'HTTPS_PROXY'
}

/** `The proxy proxy.corp.example:3128`, `the proxy` where a log does not name it. */
function proxyName(step: BrokenStep): string {
  if (step.proxy !== '') return step.proxy
  return step.evidence.source === 'log' ? '' : step.observation.target
}

/** The proxy's own name has no address. */
export const proxyNotResolved: PathConclusion = {
  id: 'proxy/name-not-resolved',
  when: (step) => step.of === 'proxy' && step.layer === 'dns',
  says: (step) => ({
    code: 'proxy.unreachable',
    summary: `The proxy ${proxyName(step)} from ${proxyVariable(step)} cannot be looked up${errnoNote(step)}; ${step.host} was never asked for.`,
    doNext: [
      `Correct the host name in ${proxyVariable(step)}, or make ${proxyName(step)} resolvable from this runner.`,
    ],
    doNot: [`Do not change DNS for ${step.host}: the proxy resolves it.`],
  }),
}

/** No TCP connection to the proxy. */
export const proxyUnreachable: PathConclusion = {
  id: 'proxy/unreachable',
  when: (step) =>
    (step.of === 'proxy' && step.layer === 'tcp') || step.code === 'proxy.unreachable',
  says: (step) => ({
    code: 'proxy.unreachable',
    summary: `The proxy ${proxyName(step)} from ${proxyVariable(step)} cannot be reached${triedNote(step)}; no request for ${step.host} left this runner.`,
    doNext: [
      `Start the proxy ${proxyName(step)} or allow TCP from this runner to it; correct ${proxyVariable(step)} if it names the wrong host or port.`,
    ],
    doNot: [`Do not open the firewall for ${step.host}: this client only talks to the proxy.`],
  }),
}

/** TLS to an `https://` proxy. */
export const proxyTls: PathConclusion = {
  id: 'proxy/tls',
  says: (step) => {
    if (step.code === 'proxy.tls_certificate_error') {
      return {
        summary: `The certificate of the proxy ${proxyName(step)} is not accepted${errnoNote(step)}; the tunnel to ${step.host} was not asked for.`,
        doNext: [
          `Give the proxy a certificate for the host in ${proxyVariable(step)} of an authority that this client trusts.`,
          proxyTrust(step),
        ],
      }
    }
    if (step.code !== 'proxy.tls_protocol_error') return undefined
    return {
      summary: `TLS to the proxy ${proxyName(step)} fails${errnoNote(step)}: it does not speak TLS on that port, or only an old version.`,
      doNext: [`Write http:// instead of https:// for the proxy in ${proxyVariable(step)}.`],
    }
  },
}

/** In the words of this client, which may have settings of its own for a proxy. */
function proxyTrust(step: BrokenStep): string {
  const { client, trust } = step.evidence.egress
  const certificate = "the root certificate of the proxy's issuer"
  return (
    CLIENT_FACTS[client].trustProxy?.(certificate) ??
    CLIENT_FACTS[client].trust({
      authority: "the proxy's issuer",
      certificate,
      bySystem: false,
      usesSystem: trust.some(({ store }) => store === 'system'),
    })
  )
}
