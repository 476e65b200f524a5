import { endpointFacts, spanOf, type Owner } from '../../../model/index.ts'
import type { AnswerConclusion } from '../../conclusion.ts'
import { hasMark, isAnswerInvalid, isFromApi, isSuccess, type Reply } from '../reply.ts'
import { answered, DO_NOT, requestId, requestLine } from '../words.ts'

const NOT_SUCCESS = 'Do not read the 2xx as success: the SDK sees none of this.'

/** Who has to act when the bytes are not what the API sends. */
function ownerOf(reply: Reply): Owner {
  const { kind } = reply.evidence.route
  if (kind !== 'openai' && (isFromApi(reply) || reply.who.responder === 'gateway'))
    return 'route-provider'
  if (isFromApi(reply)) return 'api-server'
  return reply.who.responder === 'openai-edge' ? 'unknown' : 'connection-path'
}

/** A gateway that answers so is looked at there; nothing on the path is known to have changed it. */
function unchangedOrder(reply: Reply): string {
  return ownerOf(reply) === 'route-provider'
    ? `Let the operator of ${reply.host} look at what answers there in place of the API.`
    : `Let the proxy or filter on the path pass the answers of ${reply.host} on unchanged.`
}

/** The transfer ended before the end that was announced. */
export const bodyIncomplete: AnswerConclusion = {
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
        ...(stream === undefined || stalled
          ? []
          : [
              'Raise the time that it allows between two events (nginx: proxy_read_timeout; HAProxy: timeout server).',
            ]),
        'Run the preflight again: a single cut may be coincidence.',
      ],
      doNot: [DO_NOT.rotateKey, DO_NOT.upgrade],
    }
  },
}

/** All bytes came, and they are not what `content-encoding` announces. */
export const brokenEncoding: AnswerConclusion = {
  id: 'http/broken-encoding',
  says: (reply) => {
    const encoding = reply.facts.headers['content-encoding'] ?? ''
    if (reply.observation.outcome.status !== 'failed' || !/^[\w, -]{2,40}$/.test(encoding)) {
      return undefined
    }
    if (encoding === 'identity') return undefined
    return {
      owner: ownerOf(reply),
      rung: 'http',
      code: 'http.response.invalid',
      summary: `${answered(reply, '')} with a body that is not the ${encoding} that its header announces${requestId(reply)}`,
      doNext: [
        `Let whatever is between this runner and ${reply.host} pass Content-Encoding and body on together and unchanged.`,
      ],
      doNot: [...(isSuccess(reply) ? [NOT_SUCCESS] : []), DO_NOT.rotateUnjudged],
    }
  },
}

/** A page with a 2xx: a portal, a block page, a console; never the API. */
export const htmlAnswer: AnswerConclusion = {
  id: 'http/html-answer',
  when: (reply) =>
    isSuccess(reply) && (reply.facts.body.shape === 'html' || reply.facts.body.shape === 'binary'),
  says: (reply) => ({
    owner: ownerOf(reply),
    rung: 'http',
    code: 'http.response.invalid',
    summary: `${answered(reply, '')} with ${reply.facts.body.shape === 'html' ? 'an HTML page' : 'binary data'} instead of JSON: the API did not write it (${reply.who.evidence.join(', ')})`,
    doNext: [
      `Open ${reply.host} from this runner with curl -i to see whose page it is, and have the API allowed there.`,
    ],
    doNot: [NOT_SUCCESS, DO_NOT.rotateUnjudged],
  }),
}

export const emptyAnswer: AnswerConclusion = {
  id: 'http/empty-answer',
  when: (reply) => isSuccess(reply) && reply.facts.body.shape === 'empty',
  says: (reply) => ({
    owner: ownerOf(reply),
    rung: 'answer',
    code: 'http.response.invalid',
    summary: `${answered(reply, '')} with an empty body, which the API never does${requestId(reply)}`,
    doNext: [unchangedOrder(reply)],
    doNot: [NOT_SUCCESS, DO_NOT.rotateUnjudged],
  }),
}

/** JSON that does not parse, an event stream, or a text. */
export const brokenAnswer: AnswerConclusion = {
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
      owner: ownerOf(reply),
      rung: 'answer',
      code: 'http.response.invalid',
      summary: `${answered(reply, '')} with ${what}${requestId(reply)}`,
      doNext: [
        `Let whatever is between this runner and ${reply.host} pass answers on complete and unchanged.`,
      ],
      doNot: [NOT_SUCCESS, DO_NOT.rotateUnjudged],
    }
  },
}

/** JSON, and not the object that was asked for. */
export const otherShape: AnswerConclusion = {
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
      doNext: [
        `Check that the base URL ${evidence.route.baseUrl} leads to an OpenAI-compatible API and that it serves the endpoint ${evidence.route.endpoint}.`,
      ],
      doNot: [NOT_SUCCESS, DO_NOT.rotateKey],
    }
  },
}

const OBJECTS = /^(?:list|model|response|chat\.completion|embedding|text_completion)$/

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

/** 1xx, 3xx without a place to go, or a number that is no status (RFC 9110 §15). */
export const unexpectedStatus: AnswerConclusion = {
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
    doNext: [
      `Ask the operator of what is in front of ${reply.host} why it answers ${String(reply.facts.status)}.`,
    ],
    doNot: [DO_NOT.rotateUnjudged],
  }),
}

/** What a hop answers that does not pass an upgrade on. */
const NO_UPGRADE: ReadonlySet<number> = new Set([400, 403, 404, 405, 426, 501])

/** The application calls by WebSocket, and what answered is not the API that opens one. */
export const noWebSocket: AnswerConclusion = {
  id: 'websocket/refused',
  says: (reply) => {
    const { evidence, facts } = reply
    if (
      endpointFacts(evidence.route.endpoint).needs !== 'WebSocket' ||
      !NO_UPGRADE.has(reply.status)
    )
      return undefined
    // The API that says in its own words why it refuses has seen the upgrade.
    if (reply.status !== 426 && facts.body.error !== undefined && isFromApi(reply)) return undefined
    return {
      owner: ownerOf(reply),
      rung: 'http',
      code: 'websocket.refused',
      summary: `${answered(reply, '')} to a request for a WebSocket: it does not let the upgrade through`,
      doNext: [
        `Let whatever is between this runner and ${reply.host} pass WebSocket upgrades on (nginx: proxy_http_version 1.1 with the headers Upgrade and Connection; Apache: upgrade=websocket).`,
      ],
      doNot: [DO_NOT.rotateUnjudged, DO_NOT.upgrade],
    }
  },
}
