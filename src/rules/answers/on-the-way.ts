import { blame, type Warning } from '../orders.ts'
import { proxyReason } from '../../knowledge/products/any-proxy.ts'
import { hostAndPort, type Code, type Observation } from '../../model/index.ts'
import { factsOf, isWholeResponse, observation, investigated } from '../../model/reading.ts'
import { attribute } from '../attribution.ts'
import type { AnswerConclusion } from '../conclusion.ts'
import { answered, egressOfRunner, requestId, whenAgain } from './words.ts'
import { type Reply, hasCode, hasMark, isFromOpenai, isServerError } from './reply.ts'
import { isAddress } from '../../knowledge/addresses.ts'
import { orderToAllow } from '../../knowledge/catalogue.ts'

const NOT_THE_KEY: readonly Warning[] = ['rotateUnjudged', 'upgrade', 'blameOpenai']
const REFUSING: ReadonlySet<number> = new Set([401, 403, 405, 451, 594, 597])

/** What is wrong with the proxy's own way on. */
const WHAT: Readonly<Partial<Record<Code, string>>> = {
  'proxy.dns_error': 'it cannot resolve the name',
  'proxy.connection_refused': 'its connection was refused',
  'proxy.connection_terminated': 'its connection ended',
  'proxy.connection_timeout': 'its connection timed out',
  'proxy.connection_limit_reached': 'it has no connection left for the destination',
  'proxy.tls_error': 'its own TLS connection failed',
  'proxy.destination_unavailable': 'it cannot reach the destination',
  'proxy.denied': 'its policy refuses the destination',
  'proxy.loop': 'it forwards the request to itself',
  'proxy.configuration_error': 'it is misconfigured',
  'proxy.internal_error': 'it failed internally',
}

/** Neither passes with time. */
const PERMANENT: ReadonlySet<Code> = new Set([
  'proxy.denied',
  'proxy.loop',
  'proxy.configuration_error',
])

const TO_DESTINATION: ReadonlySet<string> = new Set([
  'proxy.connection_refused',
  'proxy.connection_terminated',
  'proxy.connection_timeout',
  'proxy.destination_unavailable',
])

/** What a proxy writes by itself. */
export const PROXY: readonly AnswerConclusion[] = [
  /** A proxy wants credentials of its own (RFC 9110 §15.5.8). */
  {
    id: 'path/proxy-auth-required',
    when: (reply) =>
      reply.status === 407 || reply.facts.headers['proxy-authenticate'] !== undefined,
    says: (reply) => ({
      ...blame('connection-path', 'proxy.auth_required', 'proxy'),
      summary: `${answered(reply, '')}: it asks for proxy credentials, and the request did not reach the API`,
      doNext: [
        'Put user and password of the proxy into HTTPS_PROXY, from a secret.',
        `Or exempt ${reply.host} from proxy authentication.`,
      ],
      doNot: NOT_THE_KEY,
    }),
  },
  {
    id: 'path/proxy-denied',
    when: (reply) => REFUSING.has(reply.status),
    says: (reply) => {
      const passed = isInside(reply) ? passedOn(reply) : undefined
      const { method } = reply.facts
      return {
        ...blame('connection-path', 'proxy.denied', rungOf(reply)),
        summary:
          passed === undefined
            ? `${answered(reply, '')}: its policy refuses this destination, and the request did not reach the API`
            : `${answered(reply, '')} inside the open tunnel: its policy refuses ${requestOf(reply)}${passedNote(passed)}, and the request did not reach the API`,
        doNext:
          passed === undefined
            ? allowed(reply)
            : `Allow ${method} to ${reply.host} for this runner in the proxy's access list: the destination itself is allowed there.`,
        doNot: [...NOT_THE_KEY, 'retry'],
        cites: [passed],
      }
    },
  },
  {
    id: 'path/proxy-too-large',
    when: (reply) => reply.status === 413,
    says: (reply) => {
      const passed = passedOn(reply)
      return {
        ...blame('connection-path', 'http.body_too_large', rungOf(reply)),
        summary: `${answered(reply, '')}: the body of ${requestOf(reply)} is larger than it lets through${passedNote(passed)}, and the request did not reach the API`,
        doNext: `Raise the limit on request bodies for ${reply.host} in the proxy (Squid: request_body_max_size).`,
        doNot: [
          ...NOT_THE_KEY,
          'Do not shorten the prompt before the limit of the proxy is known.',
        ],
        cites: [passed],
      }
    },
  },
  {
    id: 'path/proxy-redirects',
    says: (reply) => {
      const { status } = reply.facts
      if (status < 300 || status > 399) return undefined
      const passed = passedOn(reply)
      const to = reply.facts.redirectTo
      return {
        ...blame('connection-path', 'http.intercepted', rungOf(reply)),
        summary: `${answered(reply, '')}${to === undefined ? '' : ` and points to ${to}`}: it refuses ${requestOf(reply)} with a page of its own, a block page or a sign-in${passedNote(passed)}, and the request did not reach the API`,
        doNext: `Allow ${passed === undefined ? reply.host : `${reply.facts.method} to ${reply.host}`} for this runner in the category or rule of the proxy that redirects${to === undefined ? '' : ` to ${to}`}.`,
        doNot: [
          ...NOT_THE_KEY,
          'Do not let the client follow the redirect: it would carry the key along.',
        ],
        cites: [passed],
      }
    },
  },
  {
    id: 'path/proxy-failed',
    says: (reply) => {
      const { headers, status } = reply.facts
      const said = proxyReason(headers, reply.facts.body.marks)
      const reason = said === 'proxy.upstream_tls_error' ? 'proxy.tls_error' : said
      const code = reason ?? (status === 504 ? 'proxy.connection_timeout' : 'proxy.error')
      // Squid says it of a name that it cannot resolve and of never_direct without a parent.
      const noWay = (headers['x-squid-error'] ?? '').startsWith('ERR_CANNOT_FORWARD')
      const known = reason === undefined ? undefined : WHAT[reason]
      const what = noWay ? 'it cannot resolve the name or has no route to it' : known
      return {
        ...blame('connection-path', code, rungOf(reply)),
        retryable: status >= 500 && status < 590 && !PERMANENT.has(code),
        summary: `${answered(reply, '')} by itself: ${what ?? `it did not pass ${requestOf(reply)} on`}, and the request did not reach the API`,
        doNext: orderFor(code, reply),
        doNot: [
          ...NOT_THE_KEY,
          status >= 500 ? 'Do not report an OpenAI outage: this status is the proxy’s.' : undefined,
        ],
      }
    },
  },
]

/** Somebody other than the API answered, or not as it does. */
export const ON_THE_WAY: readonly AnswerConclusion[] = [
  /** A network that wants a login answers in the API's place (RFC 6585 §6). */
  {
    id: 'path/captive-portal',
    when: (reply) =>
      reply.who.responder === 'interceptor' && reply.who.product === 'captive portal',
    says: (reply) => ({
      ...blame('connection-path', 'http.intercepted'),
      summary: `A login page answered ${String(reply.facts.status)} in place of ${reply.host}: the network of this runner asks for a sign-in first, and the request did not reach the API`,
      doNext: [
        `Let this runner reach ${reply.host} without the portal's sign-in.`,
        'Or move the job to a runner outside that network.',
      ],
      doNot: [
        ...NOT_THE_KEY,
        'Do not read the 200 as success: the page is not an answer of the API.',
      ],
    }),
  },
  {
    id: 'path/block-page',
    when: (reply) => reply.who.responder === 'interceptor',
    says: (reply) => ({
      ...blame('connection-path', 'http.intercepted'),
      summary: `${answered(reply, '')}: a block page (${reply.who.evidence.join(', ')}), and the request did not reach the API`,
      doNext: [
        orderToAllow(reply.who.product, reply.host),
        `Exempt ${reply.host} from TLS inspection there.`,
      ],
      doNot: [...NOT_THE_KEY, 'retry'],
    }),
  },
  {
    id: 'http/redirect-loop',
    says: (reply) => {
      const { outcome } = reply.observation
      const loops =
        outcome.status === 'failed' && outcome.failure.code === 'http.response.redirect_loop'
      if (!loops) return undefined
      const direct = reply.evidence.route.kind === 'openai'
      return {
        owner: direct ? 'connection-path' : 'route-provider',
        rung: 'http',
        code: 'http.response.redirect_loop',
        summary: `${answered(reply, '')} and redirects in circles: ${direct ? 'the API never redirects, so something on the path did' : 'the provider of the route is misconfigured'}`,
        doNext: direct
          ? [
              `Find the proxy or filter that answers for ${reply.host} and exempt this runner from it.`,
            ]
          : [`Ask the operator of ${reply.host} to fix the redirect on this path.`],
        doNot: 'rotateUnjudged',
      }
    },
  },
  /** The same host sends the client from https to http: a key must not go there, so no base URL helps. */
  {
    id: 'http/redirected-to-plain',
    says: (reply) => {
      const target = targetOf(reply)
      const secure = reply.evidence.route.baseUrl.startsWith('https:')
      if (target === undefined || target.hostname !== hostnameOf(reply)) return undefined
      if (!secure || target.protocol !== 'http:') return undefined
      const direct = reply.evidence.route.kind === 'openai'
      return {
        ...blame(direct ? 'connection-path' : 'route-provider', 'http.redirected', 'http'),
        summary: `${answered(reply, '')} and sends the client from https:// to ${target.origin}: the key would travel in clear text, so it is not followed`,
        doNext: direct
          ? `Find the proxy or device that answers for ${reply.host} and let HTTPS pass to the real host.`
          : `Let ${reply.host} answer ${reply.facts.method} ${reply.facts.path} on https:// itself: behind a load balancer that ends TLS, its server takes the request for plain HTTP (set X-Forwarded-Proto).`,
        doNot: [
          'rotateUnjudged',
          'Do not write http:// into the base URL: anyone on the path could read the key.',
        ],
      }
    },
  },
  {
    id: 'request/base-url-redirected',
    says: (reply) => {
      const target = targetOf(reply)
      if (target === undefined || target.hostname !== hostnameOf(reply)) return undefined
      return {
        ...blame('request', 'http.redirected'),
        summary: `${answered(reply, '')}: the same host expects to be called as ${target.origin}, and the key is not sent across origins`,
        doNext: `Set the base URL to ${target.origin}${pathOf(reply)}.`,
        doNot: [
          'rotateUnjudged',
          'Do not let the client follow the redirect: it would carry the key along.',
        ],
      }
    },
  },
  {
    id: 'http/redirected',
    says: (reply) => {
      const target = targetOf(reply)
      if (target === undefined) return undefined
      const direct = reply.evidence.route.kind === 'openai' || reply.who.responder === 'unknown'
      return {
        ...blame(direct ? 'connection-path' : 'route-provider', 'http.redirected', 'http'),
        summary: `${answered(reply, '')} and points to ${target.host}: ${direct ? 'the API never redirects, so something on the path did' : 'the provider of the route asks for a sign-in or has moved'}, and the key was not sent there`,
        doNext: direct
          ? [`Allow ${reply.host} for this runner in the device that redirects to ${target.host}.`]
          : [
              `Ask the operator of ${reply.host} for a base URL that answers without a redirect to ${target.host}.`,
              'Exempt machine clients from the single sign-on in front of the gateway.',
            ],
        doNot: [
          'rotateUnjudged',
          'Do not let the client follow the redirect: it would carry the key along.',
        ],
      }
    },
  },
]

/** OpenAI's edge, in front of the API. */
export const EDGE: readonly AnswerConclusion[] = [
  /** The edge limits this egress address, before any key is looked at (Cloudflare error 1015). */
  {
    id: 'path/edge-rate-limit',
    when: (reply) => reply.status === 429 || hasMark(reply, 'edge.error_code_1015'),
    says: (reply) => ({
      ...blame('connection-path', 'http.edge_rate_limited'),
      retryable: true,
      summary: `${answered(reply, '')}: it limits ${egressOfRunner(reply)}, and the API did not see the request`,
      doNext: [
        `Run the job again${whenAgain(reply)}, or from another egress address.`,
        'Give the runner an egress address of its own: a shared one carries other people’s traffic.',
      ],
      doNot: [
        'rotateUnjudged',
        'Do not raise the API rate limits: this is not the limit of the account.',
      ],
    }),
  },
  /** The edge refuses this egress address: block page, error 1xxx, challenge. The key was never evaluated. */
  {
    id: 'path/edge-block',
    says: (reply) => {
      const marked = hasMark(
        reply,
        'edge.cloudflare_block',
        'edge.cloudflare_challenge',
        'edge.error_code_1020',
        'edge.error_code_1xxx',
      )
      if (reply.status !== 403 && (!marked || reply.status >= 500)) return undefined
      const challenge =
        hasMark(reply, 'edge.cloudflare_challenge') ||
        reply.facts.headers['cf-mitigated'] !== undefined
      return {
        ...blame('connection-path', challenge ? 'http.edge_challenged' : 'http.edge_blocked'),
        summary: `${answered(reply, '')} with a ${challenge ? 'browser challenge' : 'block page'}: it refuses ${egressOfRunner(reply)}, and the key was never evaluated${requestId(reply)}`,
        doNext: [
          'Send the traffic of this runner out through another address: a NAT address of your own, not a shared or VPN one.',
          'Give the `cf-ray` of the packet to OpenAI support, when the address is yours.',
        ],
        doNot: ['rotateUnjudged', 'upgrade', 'retry'],
      }
    },
  },
  /** 502 to 530 of the genuine edge: it answered, and what is behind it did not. */
  {
    id: 'server/edge',
    when: (reply) => isServerError(reply) || reply.status === 408,
    says: (reply) => ({
      ...blame('api-server', `api.edge_${String(reply.status)}`, 'http'),
      retryable: true,
      summary: `${answered(reply, '')}: the path from this runner to OpenAI works, and the servers behind the edge did not answer it`,
      doNext: ['Re-run the job, or set attempts to 3.', 'Check status.openai.com.'],
      doNot: ['rotateUnjudged', 'upgrade', 'blameNetwork'],
    }),
  },
]

const LACKS = {
  by_address: 'it serves no site for a bare address, only for a host name',
  no_site: 'its DNS or site settings for the name that was asked do not work',
  no_origin: 'the server behind this name cannot be found, or its tunnel is down',
  worker: 'the Worker that runs there failed',
}

/**
 * Cloudflare has no site to answer for, whoever asks: no zone, no DNS record, no tunnel, no script
 * that works. OpenAI's own site is there, so what leads to the direct API was sent astray on the
 * path; every other is in the hands of the one who runs the name.
 */
export const withoutSite: AnswerConclusion = {
  id: 'path/edge-without-site',
  says: (reply) => {
    const [id, lacks] =
      Object.entries(LACKS).find(([one]) => hasMark(reply, `server.cloudflare_${one}`)) ?? []
    const { evidence } = reply
    const host = reply.host === '' ? 'the API host' : reply.host
    const direct = evidence.route.kind === 'openai'
    // A dead origin of OpenAI's own site is OpenAI's.
    if (id === undefined || (direct && (id === 'no_origin' || id === 'worker'))) return undefined
    const ours = id === 'by_address' && isAddress(reply.host)
    return {
      ...(direct
        ? blame('connection-path', 'http.edge_no_site')
        : blame(ours ? 'request' : 'route-provider', 'gateway.edge_no_site', 'http')),
      summary: `Cloudflare answered in place of ${host}: ${String(lacks)}, and no API saw the request`,
      doNext: ours
        ? 'Put the host name of the API into the base URL in place of the address.'
        : direct
          ? `Look for what sends the request for ${host} to another site, or changes its Host header: a hosts entry, a DNS answer, a proxy, an address in the base URL.`
          : `Let the operator of ${host} look at its DNS records, tunnel or Worker in Cloudflare.`,
      doNot: NOT_THE_KEY,
    }
  },
}

/** OpenAI decides on the country of the egress address, before the key. */
export const unsupportedCountry: AnswerConclusion = {
  id: 'path/unsupported-country',
  when: (reply) =>
    isFromOpenai(reply) &&
    (hasCode(reply, 'unsupported_country_region_territory') ||
      hasMark(reply, 'openai.unsupported_country')),
  says: (reply) => ({
    ...blame('connection-path', 'api.unsupported_country_region_territory'),
    summary: `${answered(reply)}: traffic from this runner leaves from a country that OpenAI does not serve, and the key was not evaluated${requestId(reply)}`,
    doNext: [
      'Run the job on a runner in a supported country, or route its traffic to api.openai.com through one.',
      `Look up where ${egressOfRunner(reply)} is registered: a VPN, proxy or cloud region may place it elsewhere.`,
    ],
    doNot: ['rotateUnjudged', 'upgrade', 'retry'],
  }),
}

/**
 * The proxy answered inside a connection that it opened itself and reads along (TLS inspection): the
 * way was open, and what it refuses is this request.
 */
function isInside({ evidence }: Reply): boolean {
  const handshake = observation(evidence, 'handshake')
  return handshake?.rung === 'tls' && handshake.outcome.status === 'ok'
}

function rungOf(reply: Reply): 'proxy' | 'http' {
  return isInside(reply) ? 'http' : 'proxy'
}

/** `POST /v1/responses`. */
function requestOf({ facts }: Reply): string {
  return `${facts.method} ${facts.path}`
}

/** The keyless question, where the proxy let it through to whoever answers. */
function passedOn({ evidence }: Reply): Observation<'keyless'> | undefined {
  const { seen, facts } = investigated(evidence, 'keyless')
  if (seen === undefined || facts === undefined || !isWholeResponse(facts)) return undefined
  const { responder } = attribute({ response: facts, route: evidence.route })
  return responder === 'proxy' || responder === 'interceptor' ? undefined : seen
}

/** ` (a GET without credentials passed: 401)`, or nothing. */
function passedNote(passed: Observation<'keyless'> | undefined): string {
  const status = factsOf<'keyless'>(passed)?.status
  return status === undefined ? '' : `, while a GET without credentials passed it (${status})`
}

function allowed({ host, port }: Reply): string {
  return `Allow ${hostAndPort(host, port)} for this runner in the proxy's access list.`
}

/** What the owner of the proxy has to do about it. */
function orderFor(code: Code, reply: Reply): string {
  const { host, port } = reply
  if (code === 'proxy.dns_error') return `Let the proxy resolve ${host}.`
  if (code === 'proxy.tls_error') return `Let the proxy trust and speak the TLS of ${host}.`
  if (code === 'proxy.denied') return allowed(reply)
  return TO_DESTINATION.has(code)
    ? `Let the proxy connect to ${hostAndPort(host, port)}.`
    : `Read the log of the proxy for this time: it says why it did not pass the request to ${host} on.`
}

function targetOf({ facts }: Reply): URL | undefined {
  return facts.redirectTo === undefined ? undefined : (URL.parse(facts.redirectTo) ?? undefined)
}

function hostnameOf({ evidence }: Reply): string {
  return URL.parse(evidence.route.baseUrl)?.hostname ?? ''
}

function pathOf({ evidence }: Reply): string {
  return URL.parse(evidence.route.baseUrl)?.pathname.replace(/\/$/, '') ?? ''
}
