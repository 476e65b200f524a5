import { trustOrder } from './served.ts'
import { CLIENT_FACTS } from '../../knowledge/clients.ts'
import { type BrokenStep, errnoNote, triedNote, tcp, where } from './broken-step.ts'
import type { PathConclusion, Conclusion } from '../conclusion.ts'
import { entryOf, type TunnelFacts, hostAndPort, quotable, type Client } from '../../model/index.ts'
import { factsOf, observation } from '../../model/reading.ts'
import { bypassOrder, otherWay } from './witnesses.ts'

const SPELLING: Readonly<Record<string, string>> = {
  negotiate: 'Negotiate (Kerberos)',
  ntlm: 'NTLM',
  digest: 'Digest',
}

/** What the proxy says about its own way on, by code. */
interface ProxyRefusal {
  readonly id: string
  readonly codes: readonly string[]
  readonly retryable?: boolean
  readonly says: (step: BrokenStep) => string
  readonly orders: (step: BrokenStep) => readonly string[]
}

const REFUSALS: readonly ProxyRefusal[] = [
  {
    id: 'proxy/denied',
    codes: ['proxy.denied'],
    says: (step) => `denies the tunnel to ${target(step)} by its rules`,
    orders: (step) => [`Allow CONNECT ${target(step)} for this runner on the proxy ${step.proxy}.`],
  },
  {
    id: 'proxy/login-page',
    codes: ['proxy.redirected'],
    says: (step) => `answers CONNECT ${target(step)} with a redirect, like a login page`,
    orders: (step) => [
      `Exempt this runner from the login of the proxy ${step.proxy}, or give it credentials that need no browser.`,
    ],
  },
  {
    id: 'proxy/cannot-resolve',
    codes: ['proxy.dns_error'],
    says: (step) =>
      `cannot resolve ${step.host}${hasNoWay(step) ? ' or has no route to it' : ''} (the proxy resolves it, not this runner)`,
    orders: (step) => [
      `Make ${step.host} resolvable on the proxy ${step.proxy}${hasNoWay(step) ? '; if it is, look for never_direct and its parents there' : ''}.`,
    ],
  },
  {
    id: 'proxy/upstream-tls',
    codes: ['proxy.upstream_tls_error'],
    says: (step) => `cannot set up TLS with ${target(step)} behind it`,
    orders: (step) => [`Let the proxy ${step.proxy} trust and speak the TLS of ${step.host}.`],
  },
  {
    id: 'proxy/upstream-closed',
    codes: [
      'proxy.connection_refused',
      'proxy.connection_terminated',
      'proxy.destination_unavailable',
    ],
    says: (step) => `cannot connect to ${target(step)} itself`,
    orders: (step) => [`Allow ${tcp(step)} from the proxy ${step.proxy} to ${step.host}.`],
  },
  {
    id: 'proxy/upstream-timed-out',
    codes: ['proxy.connection_timeout'],
    retryable: true,
    says: (step) => `got no answer from ${target(step)} in time`,
    orders: (step) => [`Allow ${tcp(step)} from the proxy ${step.proxy} to ${step.host}.`],
  },
  {
    id: 'proxy/defect',
    codes: [
      'proxy.loop',
      'proxy.configuration_error',
      'proxy.internal_error',
      'proxy.bad_gateway',
      'proxy.connection_limit_reached',
    ],
    retryable: true,
    says: (step) => `failed internally on the tunnel to ${target(step)}`,
    orders: (step) => [
      `Repair the proxy ${step.proxy}: its log says why CONNECT ${target(step)} failed.`,
    ],
  },
]

/** Loops and wrong settings do not pass with time. */
const PERMANENT: ReadonlySet<string> = new Set(['proxy.loop', 'proxy.configuration_error'])

/** RFC 9110 §15.5.6, §15.6.2: the method is not known, or not here. */
const NO_TUNNELS: ReadonlySet<number> = new Set([400, 404, 405, 501])
const BROKEN_BY_PROXY: ReadonlySet<string> = new Set(['dns', 'tcp', 'proxy', 'tls', 'http'])
const LAYERS: ReadonlySet<string> = new Set(['dns', 'tcp', 'tls', 'http'])

export const proxyIgnored: PathConclusion = {
  id: 'egress/proxy-ignored',
  says: (step) => {
    const { egress } = step.evidence
    const other = otherWay(step, 'proxy')
    if (other === undefined || egress.proxy !== undefined || !LAYERS.has(step.layer)) {
      return undefined
    }
    const entry =
      egress.ignored.find(({ variable }) => variable === other.source) ?? egress.ignored[0]
    const name = entry?.variable ?? (other.source === '' ? 'A proxy' : other.source)
    const proxy = other.proxy === '' ? 'the proxy' : other.proxy
    const summary =
      entry === undefined
        ? `This client goes to ${where(step)} directly and fails${errnoNote(step)}, but through ${proxy} the API answers (${egress.reason}).`
        : `${name} is set, but this client ignores it and goes to ${where(step)} directly, which fails${errnoNote(step)}; through ${proxy} the API answers.`
    return {
      summary,
      doNext: [
        entry?.fix ?? CLIENT_FACTS[egress.client].useProxy(step.host),
        other.trustOf === undefined ? undefined : alsoTrust(step, other.trustOf),
      ],
      doNot: `Do not open the firewall for ${step.host} before the client uses the proxy that works.`,
      cites: [other.observation],
    }
  },
}

/** What the relays that people use speak: cntlm's README, px's README (libcurl). None speaks Bearer. */
function relayFor(schemes: readonly string[], step: BrokenStep): string | undefined {
  const spoken = schemes.find((scheme) => entryOf(SPELLING, scheme) !== undefined)
  if (spoken === undefined) return undefined
  const relays = spoken === 'ntlm' ? 'px, cntlm' : 'px'
  return `Or run a local relay that speaks ${entryOf(SPELLING, spoken)} (${relays}) and set ${proxyVariable(step)} to it.`
}

/** A proxy that says why it refuses is more precise than "the direct way works". */
export const PROXY: readonly PathConclusion[] = [
  /** Only schemes that Node, Python and curl without extra libraries cannot answer. */
  authentication('proxy/scheme-unsupported', (step, tunnel) => {
    const { schemes = [] } = tunnel
    if (schemes.length === 0 || schemes.includes('basic')) return undefined
    const offered = schemes.map((scheme) => entryOf(SPELLING, scheme) ?? scheme).join(', ')
    return {
      summary: `The proxy ${step.proxy} demands ${offered}${tunnelNote(step)}; this client only answers Basic, so no tunnel to ${step.host} is possible.`,
      doNext: [
        `Allow this runner on the proxy ${step.proxy} by address or by Basic credentials for ${step.host}.`,
        relayFor(schemes, step),
      ],
      doNot: 'Do not put a user and password into the proxy URL: this proxy does not take Basic.',
    }
  }),
  authentication('proxy/credentials-rejected', (step, tunnel) =>
    tunnel.credentialsSent === true
      ? {
          summary: `The proxy ${step.proxy} rejects the user and password from ${proxyVariable(step)}${tunnelNote(step)}; ${step.host} was never reached.`,
          doNext: `Put the current user and password, percent-encoded, into the secret behind ${proxyVariable(step)}.`,
          doNot: 'Do not change OPENAI_API_KEY: it is not what the proxy asked for.',
        }
      : undefined,
  ),
  authentication('proxy/credentials-missing', (step) => ({
    // What the variable held no log says.
    summary: `The proxy ${step.proxy} asks for a user name and password${tunnelNote(step)}${
      step.evidence.source === 'log' ? '' : `, and ${proxyVariable(step)} has none`
    }; ${step.host} was never reached.`,
    doNext: `Set ${proxyVariable(step)} from a secret of the form http://user:password@host:port, with both percent-encoded.`,
    doNot: 'Do not change OPENAI_API_KEY: it is not what the proxy asked for.',
  })),
  {
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
        doNext: `Write http:// instead of https:// for the proxy in ${proxyVariable(step)}.`,
      }
    },
  },
  ...REFUSALS.map(({ id, codes, retryable = false, says, orders }): PathConclusion => ({
    id,
    when: (step) => codes.includes(step.code),
    says: (step) => {
      const squid = squidPage(step)
      return {
        responder: 'proxy',
        ...(squid === '' ? {} : { product: 'Squid' }),
        retryable: retryable && !PERMANENT.has(step.code),
        summary: `The proxy ${step.proxy} ${says(step)}${`${tunnelNote(step)}${squid}`.replace(') (', ', ')}; the API was not reached.`,
        doNext: orders(step),
        doNot: `Do not read the proxy's status as an answer of ${step.host}.`,
      }
    },
  })),
  {
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
  },
  {
    id: 'proxy/name-not-resolved',
    when: (step) => step.of === 'proxy' && step.layer === 'dns',
    says: (step) => ({
      code: 'proxy.unreachable',
      summary: `The proxy ${proxyName(step)} from ${proxyVariable(step)} cannot be looked up${errnoNote(step)}; ${step.host} was never asked for.`,
      doNext: `Correct the host name in ${proxyVariable(step)}, or make ${proxyName(step)} resolvable from this runner.`,
      doNot: `Do not change DNS for ${step.host}: the proxy resolves it.`,
    }),
  },
  {
    id: 'proxy/unreachable',
    when: (step) =>
      (step.of === 'proxy' && step.layer === 'tcp') || step.code === 'proxy.unreachable',
    says: (step) => ({
      code: 'proxy.unreachable',
      summary: `The proxy ${proxyName(step)} from ${proxyVariable(step)} cannot be reached${triedNote(step)}; no request for ${step.host} left this runner.`,
      doNext: `Start the proxy ${proxyName(step)} or allow TCP from this runner to it; correct ${proxyVariable(step)} if it names the wrong host or port.`,
      doNot: `Do not open the firewall for ${step.host}: this client only talks to the proxy.`,
    }),
  },
  {
    id: 'proxy/silent',
    when: (step) => step.code === 'proxy.timed_out',
    says: (step) => ({
      retryable: true,
      summary: `The proxy ${step.proxy} accepted the connection and did not answer for ${step.host} in ${Math.round(step.observation.elapsedMs)} ms.`,
      doNext: `Relieve or restart the proxy ${step.proxy}; if it speaks another protocol on that port, correct scheme and port in ${proxyVariable(step)}.`,
    }),
  },
  {
    id: 'proxy/hung-up',
    when: (step) => step.code === 'proxy.closed' || step.code === 'proxy.reset',
    says: (step) => ({
      retryable: true,
      summary: `The proxy ${step.proxy} ${step.code === 'proxy.reset' ? 'reset' : 'closed'} the connection when asked for ${target(step)}${errnoNote(step)}.`,
      doNext: `Allow this runner on the proxy ${step.proxy}; if the proxy speaks TLS on that port, write https:// for it in ${proxyVariable(step)}.`,
    }),
  },
  {
    id: 'proxy/not-a-proxy',
    when: (step) => step.code === 'proxy.response_invalid',
    says: (step) => ({
      summary: `What answers at ${step.proxy} is not the kind of proxy that ${proxyVariable(step)} says${errnoNote(step)}.`,
      doNext: [
        `Correct scheme and port in ${proxyVariable(step)}: http:// for an HTTP proxy, socks5h:// for SOCKS.`,
      ],
    }),
  },
  {
    id: 'proxy/failed',
    when: (step) => step.layer === 'proxy',
    says: (step) => {
      const status = tunnelOf(step).status ?? 0
      const login = status === 511 || (status >= 300 && status < 400)
      return {
        responder: 'proxy',
        retryable: status >= 500 && status !== 511,
        summary: `The proxy ${step.proxy} did not open the tunnel to ${target(step)}${tunnelNote(step) || errnoNote(step) || ', and nothing says why'}.`,
        doNext: login
          ? [`Exempt this runner from the login of the proxy ${step.proxy}.`]
          : [
              ...(NO_TUNNELS.has(status)
                ? [
                    `Compare host and port in ${proxyVariable(step)} with those of the proxy: a web server answers CONNECT like this, and so does a proxy that opens no tunnels.`,
                  ]
                : []),
              `Let the owner of the proxy ${step.proxy} say why CONNECT ${target(step)} is not answered with 200.`,
            ],
        doNot: `Do not read the proxy's status as an answer of ${step.host}.`,
      }
    },
  },
]

/** The variable that names the proxy, as it is spelt. */
export function proxyVariable(step: BrokenStep): string {
  return step.evidence.egress.proxy?.source ?? 'HTTPS_PROXY'
}

/** `The proxy proxy.corp.example:3128`, `the proxy` where a log does not name it. */
function proxyName(step: BrokenStep): string {
  if (step.proxy !== '') return step.proxy
  return step.evidence.source === 'log' ? '' : step.observation.target
}

/** In the words of this client, which may have settings of its own for a proxy. */
function proxyTrust(step: BrokenStep): string {
  const certificate = "the root certificate of the proxy's issuer"
  return (
    CLIENT_FACTS[step.evidence.egress.client].trustProxy?.(certificate) ??
    trustOrder(step, "the proxy's issuer", certificate)
  )
}

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

function target(step: BrokenStep): string {
  return hostAndPort(step.host, step.port)
}

/** Squid 5 says the same of a name that it cannot resolve and of never_direct without a parent (measured). */
function hasNoWay(step: BrokenStep): boolean {
  return (tunnelOf(step).headers?.['x-squid-error'] ?? '').startsWith('ERR_CANNOT_FORWARD')
}

/** ` (X-Squid-Error: ERR_ACCESS_DENIED 0)`; empty for other proxies. */
function squidPage(step: BrokenStep): string {
  const page = tunnelOf(step).headers?.['x-squid-error']
  return page === undefined ? '' : ` (X-Squid-Error: ${quotable(page)})`
}

/** Without a word of the proxy's own: `it answered CONNECT with 405`, `proxy.closed (ECONNRESET)`. */
function failureNote(step: BrokenStep): string {
  const { status } = tunnelOf(step)
  return step.code === 'proxy.http_error' && status !== undefined
    ? `it answered CONNECT with ${status}`
    : `${step.code}${tunnelNote(step)}${errnoNote(step)}`.replace(' (', ', ').replace(')', '')
}

/** The proxy signs with a root of its own, which this client does not have yet. */
function alsoTrust(step: BrokenStep, trustOf: Client): string {
  const root = 'the root certificate of that proxy'
  const order = trustOrder(step, 'that proxy', root, trustOf !== 'node')
  return `${CLIENT_FACTS[trustOf].name} accepts the certificate that this proxy shows, this client does not yet. ${order}`
}
