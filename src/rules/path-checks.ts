import { blame } from './orders.ts'
import type {
  Evidence,
  Owner,
  ResponseFacts,
  AnyObservation,
  StreamFacts,
  IdleCheckFacts,
} from '../model/index.ts'
import { hostIn, spanOf, sizeOf } from '../model/index.ts'
import { isOwnHost } from '../knowledge/hosts.ts'
import {
  factsOf,
  isProbe,
  requestChain,
  isWholeResponse,
  responseOf,
  investigated,
} from '../model/reading.ts'
import { inspectorIn } from '../knowledge/catalogue.ts'
import { attribute } from './attribution.ts'
import { evidenceRules } from './whole-run.ts'

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

/** A stream that was seen, with the observation that holds it. */
interface StreamSeen {
  readonly observation: AnyObservation
  readonly facts: ResponseFacts
  readonly stream: StreamFacts
  /** The real request itself was it. */
  readonly own: boolean
}

/** Collected for less than this nobody notices, and a quick answer looks the same. */
const TELLING_MS = 400

/** Events that were written apart and read together, milliseconds or share of the wait. */
const TOGETHER_MS = 20
const TOGETHER_SHARE = 0.03

const BODY_LIMITS =
  'nginx: client_max_body_size; Squid: request_body_max_size; HAProxy and a WAF: a rule on the size'

const HOW: Readonly<Record<'cut' | 'reset' | 'silent', string>> = {
  cut: 'was closed below TLS, which the server behind it did not do',
  reset: 'was reset',
  silent: 'answered no more: what is in between has forgotten it and says nothing',
}

/** What lets a WebSocket through, by product. */
const WEBSOCKET_SETTINGS =
  'nginx: proxy_http_version 1.1 with the headers Upgrade and Connection passed on; Apache: mod_proxy_wstunnel or upgrade=websocket'

/** Warnings beside a pass; they decide where the finding says that the application calls like that. */
export const PATH_CHECK_RULES = evidenceRules([
  /** The first event waited for the last one. */
  {
    id: 'path-check/stream-buffered',
    says: (evidence) => {
      const seen = streamSeen(evidence)
      const because = seen === undefined ? undefined : collectedBecause(seen)
      if (seen === undefined || because === undefined) return undefined
      const { owner, host, words, named } = hopOf(evidence, seen.facts.headers)
      const asked = evidence.route.pathChecks?.some(({ kind }) => kind === 'stream') === true
      const early =
        seen.stream.first === 'response.created' ? ' The API sends response.created at once.' : ''
      return {
        ...blame(owner, 'http.stream_buffered', 'answer'),
        ...(seen.own && asked ? { decides: true } : {}),
        summary: `${host} does not stream to this runner: ${because}, so ${named === '' ? 'something on the path' : words} buffers the response before it passes it on.${early}`,
        doNext: `Switch off response buffering in ${words} for content type text/event-stream (nginx: proxy_buffering off and gzip off; Apache: flushpackets=on; a service behind nginx can send X-Accel-Buffering: no).`,
        doNot: 'Do not raise the timeout of the client: the response waits for its own end.',
        cites: [seen.observation],
      }
    },
  },
  {
    id: 'path-check/stream-cut',
    says: (evidence) => {
      const { seen: check, facts = {} } = investigated(evidence, 'stream-check')
      if (check === undefined) return undefined
      const { status, stream, headers = {}, body } = facts
      const broken = check.outcome.status === 'failed'
      const closedEarly = stream !== undefined && !stream.ended && !stream.stopped
      const refusedByServer = status !== undefined && status >= 500
      if (!broken && !closedEarly && !refusedByServer) return undefined
      const { owner, host, words } = hopOf(evidence, headers)
      const how = refusedByServer
        ? `was answered with ${String(status)}`
        : stream === undefined
          ? `got no answer (${check.outcome.status === 'failed' ? check.outcome.failure.code : ''})`
          : `broke off after ${spanOf(stream.endMs)} and ${String(body?.bytes ?? 0)} bytes`
      return {
        ...blame(owner, 'http.stream_cut', 'answer'),
        retryable: true,
        summary: `The same request as a stream ${how} at ${host}, where the plain one had passed.`,
        doNext: [
          `Let ${words} keep answers of type text/event-stream open as long as the application waits (nginx: proxy_read_timeout; HAProxy: timeout server).`,
          'Run the preflight again: a single cut may be coincidence.',
        ],
        cites: [check],
      }
    },
  },
  /** A small POST is answered, the same one of the size that was asked about is not. */
  {
    id: 'path-check/body-too-large',
    says: (evidence) => {
      const { seen: check, facts } = investigated(evidence, 'body-check')
      if (check?.outcome.status !== 'failed' || facts?.bytes === undefined) return undefined
      const { bytes, smallStatus, passed = 0, refused = bytes, refusal } = facts
      const hop = hopOf(evidence, refusal?.headers ?? {})
      const who =
        refusal === undefined ? undefined : attribute({ response: refusal, route: evidence.route })
      const silent = check.outcome.failure.errno === 'TIMEOUT'
      const byApi = who?.responder === 'openai' || who?.responder === 'azure-openai'
      const onPath = who?.responder === 'proxy' || who?.responder === 'interceptor' || silent
      const { host } = hop
      const product = who?.product === undefined || who.product === '' ? hop.words : who.product
      const end =
        refusal === undefined
          ? silent
            ? 'gets no answer'
            : `ends without an answer (${check.outcome.failure.detail ?? ''})`
          : `is answered with ${String(refusal.status)} by ${byApi ? 'the API itself' : product}`
      const between = `between ${sizeOf(passed)} and ${sizeOf(refused)}`
      return {
        owner: onPath
          ? 'connection-path'
          : byApi
            ? evidence.route.kind === 'openai'
              ? 'request'
              : 'route-provider'
            : hop.owner,
        rung: 'http',
        code: 'http.body_too_large',
        ...(who === undefined ? {} : { responder: who.responder }),
        ...(who === undefined || who.product === '' ? {} : { product: who.product }),
        summary: `A POST of ${sizeOf(bytes)} to ${host} ${end}, and a small one is answered with ${String(smallStatus ?? '')} (both without a key): the limit lies ${between}.`,
        doNext: silent
          ? [
              `Clamp the TCP MSS or let ICMP "fragmentation needed" through on the path to ${host} (MTU black hole).`,
              `Lift the limit on request bodies in the proxy or inspection device on the path to ${host}, if there is one (${BODY_LIMITS}).`,
            ]
          : byApi
            ? [`Send requests of less than ${sizeOf(refused)}: the API itself takes no larger one.`]
            : [`Raise the limit on request bodies in ${product} for ${host} (${BODY_LIMITS}).`],
        doNot: 'Do not raise the timeout or retry: the same size fails again.',
        cites: [check],
      }
    },
  },
  /** A connection that rested was ended by something that is not the server. */
  {
    id: 'path-check/idle-closed',
    says: (evidence) => {
      const { seen: check, facts } = investigated(evidence, 'idle-check')
      const how = facts?.how
      if (check?.outcome.status !== 'failed' || !isBroken(how)) return undefined
      const { proxy } = evidence.egress
      const { host } = hopOf(evidence, {})
      const hop =
        proxy === undefined
          ? `the NAT, firewall or load balancer between this runner and ${host}`
          : `the proxy ${proxy.host}:${String(proxy.port)}, or a NAT or firewall before it,`
      const { restMs = 0, afterMs = 0 } = facts ?? {}
      const seconds = Math.max(1, Math.floor(afterMs / 1000))
      return {
        ...blame('connection-path', 'http.idle_closed'),
        summary: `A connection to ${host} that rested ${HOW[how]}, ${how === 'silent' ? `after a rest of ${spanOf(restMs)}` : `${spanOf(afterMs)} after its last byte`}: a client that keeps it open for its next request fails there.`,
        doNext: [
          `Let ${hop} keep idle connections longer than the application's pool does (HAProxy: timeout tunnel and timeout client; AWS and Azure load balancers: idle timeout).`,
          `Or let the application close idle connections after less than ${String(seconds)} s, or send TCP keep-alive more often than that.`,
        ],
        doNot: 'Do not raise the timeout of the request: no answer is on its way.',
        cites: [check],
      }
    },
  },
  /** A WebSocket does not come about where the request of the application does. */
  {
    id: 'path-check/websocket-refused',
    says: (evidence) => {
      const { seen: check, facts } = investigated(evidence, 'websocket-check')
      if (check?.outcome.status !== 'failed') return undefined
      const response = facts !== undefined && isWholeResponse(facts) ? facts : undefined
      const { owner, host, words } = hopOf(evidence, response?.headers ?? {})
      const who =
        response === undefined ? undefined : attribute({ response, route: evidence.route })
      const product = who?.product === undefined || who.product === '' ? words : who.product
      const end =
        response === undefined
          ? `gets no answer (${check.outcome.failure.detail ?? ''})`
          : `is answered with ${String(response.status)}${facts?.sameWithout === true ? ', as a plain GET of the same URL is: the upgrade made no difference' : ` by ${product}`}`
      return {
        owner:
          who?.responder === 'proxy' || who?.responder === 'interceptor'
            ? 'connection-path'
            : owner,
        rung: 'http',
        code: 'websocket.refused',
        ...(who === undefined ? {} : { responder: who.responder }),
        summary: `A WebSocket to ${host} ${end}; HTTP requests pass.`,
        doNext: `Let ${words} pass WebSocket upgrades on to ${host} (${WEBSOCKET_SETTINGS}), or have the realtime endpoint served there if it is not.`,
        doNot: 'Do not rotate the API key: HTTP requests with it pass.',
        cites: [check],
      }
    },
  },
])

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

/** The stream of the path check, else that of the real request. */
export function streamSeen(evidence: Evidence): StreamSeen | undefined {
  const { seen: check, facts: asked } = investigated(evidence, 'stream-check')
  if (check !== undefined && asked !== undefined && isWholeResponse(asked)) {
    const { stream } = asked
    return stream === undefined
      ? undefined
      : { observation: check, facts: asked, stream, own: false }
  }
  const response = responseOf(evidence)
  const stream = response?.facts.stream
  return response === undefined || stream === undefined || evidence.route.stream !== true
    ? undefined
    : { ...response, stream, own: true }
}

/** Why the stream was collected on the way; `undefined` when it came as it was written, or cannot be told. */
export function collectedBecause({
  facts,
  stream,
}: {
  readonly facts: Pick<ResponseFacts, 'headers'>
  readonly stream: StreamFacts
}): string | undefined {
  if (!stream.ended) return undefined
  const length = facts.headers['content-length']
  if (length !== undefined) {
    return `it has a content-length (${String(Number(length))} bytes), which only a sender that has seen its end can write`
  }
  const spread = stream.lastMs - stream.firstMs
  const together = spread <= Math.max(TOGETHER_MS, stream.firstMs * TOGETHER_SHARE)
  if (stream.firstMs < TELLING_MS || !together || stream.events < 2) return undefined
  const encoding = facts.headers['content-encoding']
  const packed =
    encoding === undefined ? '' : `, compressed (${encoding.replaceAll(/[^\w, -]/g, '')})`
  return `all ${String(stream.events)} events came within ${spanOf(spread)} of each other${packed}, ${spanOf(stream.firstMs)} after the request`
}

function isBroken(how: IdleCheckFacts['how'] | undefined): how is 'cut' | 'reset' | 'silent' {
  return how === 'cut' || how === 'reset' || how === 'silent'
}
