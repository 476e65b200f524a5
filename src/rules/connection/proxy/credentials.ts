import { entryOf } from '../../../model/index.ts'
import type { TunnelFacts } from '../../../model/index.ts'
import { factsOf, observation } from '../../../model/reading.ts'
import type { BrokenStep } from '../broken-step.ts'
import type { Conclusion, PathConclusion } from '../../conclusion.ts'
import { proxyVariable } from './reach.ts'

/** What the proxy said to CONNECT or SOCKS. */
export function tunnelOf(step: BrokenStep): Partial<TunnelFacts> {
  return factsOf<'tunnel'>(observation(step.evidence, 'tunnel')) ?? {}
}

/** ` (407)` for HTTP, ` (SOCKS reply 2)` for SOCKS. */
export function tunnelNote(step: BrokenStep): string {
  const { status, reply } = tunnelOf(step)
  if (status !== undefined) return ` (${status})`
  return reply === undefined ? '' : ` (SOCKS reply ${reply})`
}

function authentication(
  id: string,
  tell: (step: BrokenStep, tunnel: Partial<TunnelFacts>) => Conclusion | undefined,
): PathConclusion {
  return {
    id,
    when: (step) => step.code === 'proxy.auth_required',
    says: (step) => {
      const told = tell(step, tunnelOf(step))
      return (
        told && {
          code: 'proxy.auth_required',
          ...told,
          responder: 'proxy',
        }
      )
    },
  }
}

/** Only schemes that Node, Python and curl without extra libraries cannot answer. */
export const schemeUnsupported = authentication('proxy/scheme-unsupported', (step, tunnel) => {
  const { schemes = [] } = tunnel
  if (schemes.length === 0 || schemes.includes('basic')) return undefined
  const offered = schemes.map((scheme) => entryOf(SPELLING, scheme) ?? scheme).join(', ')
  return {
    summary: `The proxy ${step.proxy} demands ${offered}${tunnelNote(step)}; this client only answers Basic, so no tunnel to ${step.host} is possible.`,
    doNext: [
      `Allow this runner on the proxy ${step.proxy} by address or by Basic credentials for ${step.host}.`,
      `Or run a local relay that speaks ${offered} (cntlm, px) and set ${proxyVariable(step)} to it.`,
    ],
    doNot: ['Do not put a user and password into the proxy URL: this proxy does not take Basic.'],
  }
})

const SPELLING: Readonly<Record<string, string>> = {
  negotiate: 'Negotiate (Kerberos)',
  ntlm: 'NTLM',
  digest: 'Digest',
}

export const credentialsRejected = authentication('proxy/credentials-rejected', (step, tunnel) =>
  tunnel.credentialsSent === true
    ? {
        summary: `The proxy ${step.proxy} rejects the user and password from ${proxyVariable(step)}${tunnelNote(step)}; ${step.host} was never reached.`,
        doNext: [
          `Put the current user and password, percent-encoded, into the secret behind ${proxyVariable(step)}.`,
        ],
        doNot: ['Do not change OPENAI_API_KEY: it is not what the proxy asked for.'],
      }
    : undefined,
)

export const credentialsMissing = authentication('proxy/credentials-missing', (step) => ({
  // What the variable held no log says.
  summary: `The proxy ${step.proxy} asks for a user name and password${tunnelNote(step)}${
    step.evidence.source === 'log' ? '' : `, and ${proxyVariable(step)} has none`
  }; ${step.host} was never reached.`,
  doNext: [
    `Set ${proxyVariable(step)} from a secret of the form http://user:password@host:port, with both percent-encoded.`,
  ],
  doNot: ['Do not change OPENAI_API_KEY: it is not what the proxy asked for.'],
}))
