import { hostAndPort, quotable } from '../../../model/index.ts'
import { type BrokenStep, errnoNote, tcp } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import { proxyVariable } from './reach.ts'
import { tunnelNote, tunnelOf } from './credentials.ts'

/** What the proxy says about its own way on, by code. */
interface ProxyRefusal {
  readonly id: string
  readonly codes: readonly string[]
  readonly retryable?: boolean
  readonly says: (step: BrokenStep) => string
  readonly orders: (step: BrokenStep) => readonly string[]
}

function target(step: BrokenStep): string {
  return hostAndPort(step.host, step.port)
}

/** Squid 5 says the same of a name that it cannot resolve and of never_direct without a parent (measured). */
function hasNoWay(step: BrokenStep): boolean {
  return (tunnelOf(step).headers?.['x-squid-error'] ?? '').startsWith('ERR_CANNOT_FORWARD')
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

export const refusals: readonly PathConclusion[] = REFUSALS.map(
  ({ id, codes, retryable = false, says, orders }) => ({
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
        doNot: [`Do not read the proxy's status as an answer of ${step.host}.`],
      }
    },
  }),
)

/** ` (X-Squid-Error: ERR_ACCESS_DENIED 0)`; empty for other proxies. */
function squidPage(step: BrokenStep): string {
  const page = tunnelOf(step).headers?.['x-squid-error']
  return page === undefined ? '' : ` (X-Squid-Error: ${quotable(page)})`
}

/** The proxy accepts the connection and never answers CONNECT. */
export const proxySilent: PathConclusion = {
  id: 'proxy/silent',
  when: (step) => step.code === 'proxy.timed_out',
  says: (step) => ({
    retryable: true,
    summary: `The proxy ${step.proxy} accepted the connection and did not answer for ${step.host} in ${Math.round(step.observation.elapsedMs)} ms.`,
    doNext: [
      `Relieve or restart the proxy ${step.proxy}; if it speaks another protocol on that port, correct scheme and port in ${proxyVariable(step)}.`,
    ],
  }),
}

/** The proxy hangs up instead of answering. */
export const proxyHungUp: PathConclusion = {
  id: 'proxy/hung-up',
  when: (step) => step.code === 'proxy.closed' || step.code === 'proxy.reset',
  says: (step) => ({
    retryable: true,
    summary: `The proxy ${step.proxy} ${step.code === 'proxy.reset' ? 'reset' : 'closed'} the connection when asked for ${target(step)}${errnoNote(step)}.`,
    doNext: [
      `Allow this runner on the proxy ${step.proxy}; if the proxy speaks TLS on that port, write https:// for it in ${proxyVariable(step)}.`,
    ],
  }),
}

/** Whatever listens there does not speak the proxy protocol that was tried. */
export const notAProxy: PathConclusion = {
  id: 'proxy/not-a-proxy',
  when: (step) => step.code === 'proxy.response_invalid',
  says: (step) => ({
    summary: `What answers at ${step.proxy} is not the kind of proxy that ${proxyVariable(step)} says${errnoNote(step)}.`,
    doNext: [
      `Correct scheme and port in ${proxyVariable(step)}: http:// for an HTTP proxy, socks5h:// for SOCKS.`,
    ],
  }),
}

/** RFC 9110 §15.5.6, §15.6.2: the method is not known, or not here. */
const NO_TUNNELS: ReadonlySet<number> = new Set([400, 404, 405, 501])

export const proxyFailedOtherwise: PathConclusion = {
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
      doNot: [`Do not read the proxy's status as an answer of ${step.host}.`],
    }
  },
}
