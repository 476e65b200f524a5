import { blame, type Warning } from '../orders.ts'
import { type Owner, endpointFacts, spanOf } from '../../model/index.ts'
import type { AnswerConclusion } from '../conclusion.ts'
import type { Reply } from './reply.ts'
import { hasMark, isAnswerInvalid, isFromApi, isSuccess, privateIssuer } from './reply.ts'
import { isPlainOnTls, loginScheme } from './keyless.ts'
import { answered, requestId, requestLine, nameOf } from './words.ts'
import { unsupportedCountry, withoutSite } from './on-the-way.ts'

const NOT_JUDGED: readonly Warning[] = ['rotateUnjudged', 'upgrade']
const NOT_SUCCESS = 'Do not read the 2xx as success: the SDK sees none of this.'
const OBJECTS = /^(?:list|model|response|chat\.completion|embedding|text_completion)$/

/** What a hop answers that does not pass an upgrade on. */
const NO_UPGRADE: ReadonlySet<number> = new Set([400, 403, 404, 405, 426, 501])

/** Said whoever answered. */
export const FIRST: readonly AnswerConclusion[] = [
  withoutSite,
  {
    id: 'http/plain-on-tls',
    when: (reply) => isPlainOnTls(reply),
    says: (reply) => {
      const url = URL.parse(reply.evidence.route.baseUrl)
      const ours = url?.protocol === 'http:'
      const common = { rung: 'http', code: 'http.plain_on_tls' } as const
      return ours
        ? {
            ...common,
            owner: 'request',
            summary: `${answered(reply, '')}: plain HTTP was sent to a port that speaks TLS, and the key was not looked at`,
            doNext: `Write the base URL with https: https://${url.host}${url.pathname}.`,
            doNot: [...NOT_JUDGED, 'retry'],
          }
        : {
            ...common,
            owner: operatorOf(reply),
            summary: `${answered(reply, '')}: the request came here over TLS, and a server behind it got plain HTTP on a port that speaks TLS`,
            doNext: `Let the operator of what answers at ${reply.host} write https in the address of the server behind it.`,
            doNot: [
              ...NOT_JUDGED,
              'Do not change the base URL: the connection from this runner is TLS.',
            ],
          }
    },
  },
  /** 495 and 496 are nginx's own; by default it sends them as a page with 400. */
  {
    id: 'http/client-certificate',
    says: (reply) => {
      const refused = reply.status === 495 || hasMark(reply, 'server.client_certificate_refused')
      const wanted = reply.status === 496 || hasMark(reply, 'server.client_certificate')
      if (reply.status < 400 || reply.status > 499 || !(refused || wanted)) return undefined
      return {
        ...blame(operatorOf(reply), 'tls.bad_client_auth_cert', 'http'),
        summary: `${answered(reply, '')}: it requires a client certificate and ${wanted ? 'got none' : 'does not accept the one that it got'}; the API key was not looked at`,
        doNext: `Ask the operator of ${reply.host} for a client certificate and set it in the application’s HTTP client, or for an address that requires none.`,
        doNot: [...NOT_JUDGED, 'retry'],
      }
    },
  },
  {
    id: 'http/contradiction',
    when: ({ who }) => who.contradictions.length !== 0,
    says: ({ who, host, facts }) => ({
      ...blame('unknown', 'http.contradictory'),
      summary: `The answer ${String(facts.status)} from ${host} contradicts itself about who wrote it: ${who.evidence.join(', ')} on one side, ${who.contradictions.join(', ')} on the other`,
      doNext: [
        'Show both sides of the evidence to the operator of the proxy or filter that it names.',
        `Run the preflight from a machine with another egress and compare the two packets for ${host}.`,
      ],
      doNot: ['rotateUnjudged', 'Do not trust the status code: its author is not known.'],
    }),
  },
]

/** The answer did not come as the API sends it, or a server in front decided it. */
export const TRANSFER: readonly AnswerConclusion[] = [
  unsupportedCountry,
  {
    id: 'http/body-incomplete',
    says: (reply) => {
      const { outcome } = reply.observation
      const stalled = outcome.status === 'failed' && outcome.failure.code === 'http.body_timed_out'
      const cut =
        outcome.status === 'failed'
          ? stalled || outcome.failure.code === 'http.body_incomplete'
          : !reply.facts.body.complete
      const readable = !isSuccess(reply) && reply.facts.body.shape === 'json'
      const { stream } = reply.facts
      // A stream may end like any other transfer and still lack its last event.
      const short = stream?.ended === false && reply.evidence.route.stream === true
      if (!(cut || short) || readable) return undefined
      const { kind } = reply.evidence.route
      return {
        owner:
          kind === 'openai' ? 'connection-path' : kind === 'azure' ? 'unknown' : 'route-provider',
        rung: 'answer',
        code: stalled
          ? 'http.body_timed_out'
          : stream === undefined
            ? 'http.body_incomplete'
            : 'http.stream_cut',
        retryable: true,
        summary: `The ${stream === undefined ? 'answer' : 'stream'} ${String(reply.facts.status)} from ${reply.host} ${stalled ? 'stalled' : 'broke off'} after ${stream === undefined ? '' : `${spanOf(stream.endMs)} and `}${String(reply.facts.body.bytes)} bytes: something ${stalled ? 'held the rest of the body back' : 'closed the connection in the middle of the body'}`,
        doNext: [
          kind === 'openai'
            ? `Let the proxy or inspection device pass answers of ${reply.host} on unbuffered and uncut.`
            : `Let the operator of ${reply.host} look in its log of this time for what cut the answer there or behind it.`,
          stream === undefined || stalled
            ? undefined
            : 'Raise the time that it allows between two events (nginx: proxy_read_timeout; HAProxy: timeout server).',
          'Run the preflight again: a single cut may be coincidence.',
        ],
        doNot: ['rotateKey', 'upgrade'],
      }
    },
  },
  {
    id: 'http/broken-encoding',
    says: (reply) => {
      const encoding = reply.facts.headers['content-encoding'] ?? ''
      if (reply.observation.outcome.status !== 'failed' || !/^[\w, -]{2,40}$/.test(encoding)) {
        return undefined
      }
      if (encoding === 'identity') return undefined
      return {
        ...blame(ownerOf(reply), 'http.response.invalid', 'http'),
        summary: `${answered(reply, '')} with a body that is not the ${encoding} that its header announces${requestId(reply)}`,
        doNext: `Let whatever is between this runner and ${reply.host} pass Content-Encoding and body on together and unchanged.`,
        doNot: [isSuccess(reply) ? NOT_SUCCESS : undefined, 'rotateUnjudged'],
      }
    },
  },
  /** The web server wants a user name and a password, which travel in the header of the API key. */
  {
    id: 'http/server-login',
    says: (reply) => {
      const scheme = loginScheme(reply)
      if (scheme === undefined) return undefined
      return {
        ...blame(operatorOf(reply), 'http.login_required', 'http'),
        summary: `${answered(reply, '')} and asks for a login of its own (${scheme}): a web server in front decided it, and the API key was not looked at`,
        doNext: [
          `Ask the operator of ${reply.host} to take the path of the API out of this login, or for the entry that programs use.`,
          `If the login is meant, let the operator read the API key from another header than Authorization, which ${scheme} takes.`,
        ],
        doNot: [...NOT_JUDGED, 'retry'],
      }
    },
  },
  {
    id: 'websocket/refused',
    says: (reply) => {
      const { evidence, facts } = reply
      if (
        endpointFacts(evidence.route.endpoint).needs !== 'WebSocket' ||
        !NO_UPGRADE.has(reply.status)
      )
        return undefined
      // The API that says in its own words why it refuses has seen the upgrade; a log keeps no words.
      if (evidence.source === 'log' && reply.status === 403) return undefined
      if (reply.status !== 426 && facts.body.error !== undefined && isFromApi(reply))
        return undefined
      return {
        ...blame(ownerOf(reply), 'websocket.refused', 'http'),
        summary: `${answered(reply, '')} to a request for a WebSocket: it does not let the upgrade through`,
        doNext: `Let whatever is between this runner and ${reply.host} pass WebSocket upgrades on (nginx: proxy_http_version 1.1 with the headers Upgrade and Connection; Apache: upgrade=websocket).`,
        doNot: ['rotateUnjudged', 'upgrade'],
      }
    },
  },
]

/** A 2xx that is no answer, and everything that is left. */
export const REST: readonly AnswerConclusion[] = [
  /** On the direct route: a product that is a gateway answers where OpenAI was expected. */
  {
    id: 'http/other-server',
    says: (reply) => {
      const { evidence, who, host, status } = reply
      if (evidence.route.kind !== 'openai' || who.responder !== 'gateway' || status < 400)
        return undefined
      const official = /(?:^|\.)openai\.com$/.test(host)
      return {
        owner: official ? 'connection-path' : 'request',
        rung: 'http',
        code: official ? 'http.intercepted' : 'config.route_mismatch',
        summary: `${nameOf(reply)} answered ${String(status)} at ${host}, where OpenAI itself was expected (${who.evidence.join(', ')})`,
        doNext: official
          ? `Remove the hosts entry or DNS answer that sends ${host} to this gateway.`
          : 'Set route to gateway: the base URL leads to one.',
        doNot: ['rotateUnjudged', 'blameOpenai'],
      }
    },
  },
  /**
   * The negative rule: a page at the API's own host without any mark of its edge and without its JSON
   * was not written by OpenAI. Needs the headers, so it says nothing about logs.
   */
  {
    id: 'path/foreign-page',
    says: (reply) => {
      const { evidence, who, facts } = reply
      const page = facts.body.shape === 'html' && Object.keys(facts.headers).length > 0
      const inspector = privateIssuer(reply)
      if (
        evidence.route.kind !== 'openai' ||
        evidence.source === 'log' ||
        who.responder !== 'unknown' ||
        reply.status < 400
      ) {
        return undefined
      }
      if (!page && inspector !== undefined) {
        return {
          owner: 'connection-path',
          confidence: 'medium',
          rung: 'http',
          code: 'http.intercepted',
          summary: `${answered(reply, '')}, in which nothing is of OpenAI (${who.evidence.join(', ')}), on a connection with a certificate of ${inspector}: what inspects it wrote the answer, or passed on that of another server`,
          doNext: `Let those who inspect TLS with ${inspector} look for the request to ${reply.host} in their log, and exempt ${reply.host}.`,
          doNot: ['rotateUnjudged', 'upgrade', 'blameOpenai'],
        }
      }
      if (!page) return undefined
      return {
        ...blame('connection-path', 'http.intercepted'),
        summary: `${answered(reply, '')} in place of ${reply.host} with a page that has no mark of OpenAI's edge (${who.evidence.join(', ')}): it was written on the path, and the key was not evaluated`,
        doNext: `Find the device between this runner and ${reply.host} that writes this page, and allow the API there.`,
        doNot: ['rotateUnjudged', 'upgrade', 'blameOpenai'],
      }
    },
  },
  {
    id: 'http/html-answer',
    when: (reply) =>
      isSuccess(reply) &&
      (reply.facts.body.shape === 'html' || reply.facts.body.shape === 'binary'),
    says: (reply) => ({
      ...blame(ownerOf(reply), 'http.response.invalid', 'http'),
      summary: `${answered(reply, '')} with ${reply.facts.body.shape === 'html' ? 'an HTML page' : 'binary data'} instead of JSON: the API did not write it (${reply.who.evidence.join(', ')})`,
      doNext: `Open ${reply.host} from this runner with curl -i to see whose page it is, and have the API allowed there.`,
      doNot: [NOT_SUCCESS, 'rotateUnjudged'],
    }),
  },
  {
    id: 'http/empty-answer',
    when: (reply) => isSuccess(reply) && reply.facts.body.shape === 'empty',
    says: (reply) => ({
      ...blame(ownerOf(reply), 'http.response.invalid', 'answer'),
      summary: `${answered(reply, '')} with an empty body, which the API never does${requestId(reply)}`,
      doNext: unchangedOrder(reply),
      doNot: [NOT_SUCCESS, 'rotateUnjudged'],
    }),
  },
  {
    id: 'http/broken-answer',
    when: (reply) => isSuccess(reply) && reply.facts.body.shape === 'text',
    says: (reply) => {
      const asked = reply.evidence.route.stream === true
      if (asked && hasMark(reply, 'stream.events') && !isAnswerInvalid(reply)) return undefined
      const what = hasMark(reply, 'json.opens')
        ? 'JSON that breaks off'
        : hasMark(reply, 'stream.events')
          ? asked
            ? 'an event stream that is not an answer'
            : 'an event stream that was not asked for'
          : 'a text instead of JSON'
      return {
        ...blame(ownerOf(reply), 'http.response.invalid', 'answer'),
        summary: `${answered(reply, '')} with ${what}${requestId(reply)}`,
        doNext: `Let whatever is between this runner and ${reply.host} pass answers on complete and unchanged.`,
        doNot: [NOT_SUCCESS, 'rotateUnjudged'],
      }
    },
  },
  {
    id: 'http/other-shape',
    says: (reply) => {
      const { evidence, facts, host } = reply
      if (!isSuccess(reply) || facts.body.shape !== 'json') return undefined
      if (
        evidence.source === 'log'
          ? !isAnswerInvalid(reply)
          : !isAnswerInvalid(reply) && isKnown(reply)
      ) {
        return undefined
      }
      const direct = evidence.route.kind === 'openai'
      const elsewhere = direct && !/(?:^|\.)openai\.com$/.test(host)
      return {
        owner: direct ? (isFromApi(reply) || elsewhere ? 'request' : 'unknown') : 'route-provider',
        rung: 'answer',
        code: 'http.response.invalid',
        summary: `${answered(reply, '')} with JSON that is not an answer to ${requestLine(reply)}${requestId(reply)}`,
        doNext: `Check that the base URL ${evidence.route.baseUrl} leads to an OpenAI-compatible API and that it serves the endpoint ${evidence.route.endpoint}.`,
        doNot: [NOT_SUCCESS, 'rotateKey'],
      }
    },
  },
  /** 1xx, 3xx without a place to go, or a number that is no status (RFC 9110 §15). */
  {
    id: 'http/unexpected-status',
    when: (reply) =>
      reply.status < 200 || (reply.status >= 300 && reply.status <= 399) || reply.status > 599,
    says: (reply) => ({
      owner:
        reply.evidence.route.kind !== 'openai' && reply.who.responder !== 'unknown'
          ? 'route-provider'
          : 'unknown',
      rung: 'http',
      code: 'http.response.invalid',
      summary: `${answered(reply, '')}, which no API answers to ${requestLine(reply)}`,
      doNext: `Ask the operator of what is in front of ${reply.host} why it answers ${String(reply.facts.status)}.`,
      doNot: 'rotateUnjudged',
    }),
  },
  {
    id: 'http/unattributed',
    says: (reply) => {
      const { status, who, facts, host } = reply
      if (status < 400 || status > 599) return undefined
      const known = who.responder !== 'unknown'
      return {
        ...blame('unknown', 'http.unattributed'),
        retryable: status >= 500,
        summary: `${answered(reply)}, and the evidence (${who.evidence.join(', ')}) does not say ${known ? 'what it means' : 'who wrote it'}`,
        doNext:
          facts.body.bytes === 0 && reply.evidence.source === 'log'
            ? `Run the preflight for ${host}: the log kept neither headers nor body.`
            : `Run the preflight from another network and compare the packets for ${host}.`,
        doNot: ['rotateUnjudged', 'Do not trust the status code: its author is not known.'],
      }
    },
  },
]

/** The server at the end belongs to the provider of the route; on the direct route OpenAI's is none of these. */
function operatorOf({ evidence }: Reply): Owner {
  return evidence.route.kind === 'openai' ? 'connection-path' : 'route-provider'
}

/** Who has to act when the bytes are not what the API sends. */
function ownerOf(reply: Reply): Owner {
  const { kind } = reply.evidence.route
  // A log that does not show who answered: nothing makes this the API's.
  const api = isFromApi(reply) && reply.who.assumed !== true
  if (kind !== 'openai' && (api || reply.who.responder === 'gateway')) return 'route-provider'
  if (api) return 'api-server'
  return reply.who.responder === 'openai-edge' ? 'unknown' : 'connection-path'
}

/** A gateway that answers so is looked at there; nothing on the path is known to have changed it. */
function unchangedOrder(reply: Reply): string {
  return ownerOf(reply) === 'route-provider'
    ? `Let the operator of ${reply.host} look at what answers there in place of the API.`
    : `Let the proxy or filter on the path pass the answers of ${reply.host} on unchanged.`
}

/** An object of the API, or a list or completion of a server that leaves the word out. */
function isKnown({ facts }: Reply): boolean {
  const { object, keys = [], error } = facts.body
  if (error !== undefined) return false
  return (
    (object !== undefined && OBJECTS.test(object)) ||
    keys.some((key) => ['data', 'choices', 'output', 'models', 'session'].includes(key)) ||
    (facts.body.truncated && keys.length === 0)
  )
}
