import { withoutEndSlashes } from '../../model/index.ts'
import { hasCode, hasMark, isFromApi, isFromOpenai, type Reply } from './reply.ts'
import { answered, codeOf, DO_NOT, requestId, requestLine } from './words.ts'
import type { AnswerConclusion } from '../conclusion.ts'

/** The project has data residency: it answers on its regional host only. A 401 that is no bad key. */
export const incorrectHostname: AnswerConclusion = {
  id: 'request/incorrect-hostname',
  when: (reply) =>
    hasCode(reply, 'incorrect_hostname') || hasMark(reply, 'openai.incorrect_hostname'),
  says: (reply) => ({
    owner: 'request',
    rung: 'request',
    code: 'api.incorrect_hostname',
    summary: `${answered(reply)}: the project of this key lives in another region and requires its regional host${requestId(reply)}`,
    doNext: [
      'Set the base URL to the regional host of the project, e.g. https://us.api.openai.com/v1 or https://eu.api.openai.com/v1.',
    ],
    doNot: [
      'Do not rotate the API key: this 401 is about the host.',
      DO_NOT.upgrade,
      DO_NOT.blameNetwork,
    ],
  }),
}

/** The API has no such path: doubled `/v1`, missing `/v1`, an endpoint inside the base URL. */
export const invalidUrl: AnswerConclusion = {
  id: 'request/invalid-url',
  when: (reply) =>
    hasCode(reply, 'invalid_url', 'unknown_url') || hasMark(reply, 'openai.invalid_url'),
  says: (reply) => ({
    owner: 'request',
    rung: 'request',
    code: 'api.invalid_url',
    summary: `${answered(reply, '')}: it has no endpoint ${requestLine(reply)}, so the base URL or the endpoint is wrong${requestId(reply)}`,
    doNext: [orderFor(reply)],
    doNot: [
      'Do not rotate the API key: an unknown path is refused before the key is read.',
      DO_NOT.upgrade,
      DO_NOT.blameNetwork,
    ],
  }),
}

/** A page instead of the API's JSON where the base URL leaves out its `/v1`. */
export const pageAtBaseUrl: AnswerConclusion = {
  id: 'request/base-url',
  says: (reply) => {
    const { evidence, status, facts } = reply
    if (evidence.route.kind !== 'openai' || facts.body.shape === 'json') return undefined
    if (reply.who.responder === 'proxy' || reply.who.responder === 'interceptor') return undefined
    const missing = !/\/v\d+$/.test(pathOf(reply))
    const fromEdge = reply.who.responder === 'openai-edge' || isFromApi(reply)
    const fits =
      status === 404 ||
      status === 405 ||
      (status === 200 && facts.body.shape === 'html' && fromEdge)
    // Without the version in the path, a page is what the edge answers (no other evidence needed).
    return fits && (missing || (fromEdge && status !== 200))
      ? {
          owner: 'request',
          rung: 'request',
          code: 'api.invalid_url',
          summary: `${answered(reply, '')} with a page for ${requestLine(reply)}: the base URL does not lead to the API`,
          doNext: [orderFor(reply)],
          doNot: [DO_NOT.rotateUnjudged, DO_NOT.upgrade],
        }
      : undefined
  },
}

function pathOf({ evidence }: Reply): string {
  return withoutEndSlashes(URL.parse(evidence.route.baseUrl)?.pathname ?? '')
}

function orderFor(reply: Reply): string {
  const origin = URL.parse(reply.evidence.route.baseUrl)?.origin ?? 'https://api.openai.com'
  return `Set the base URL to ${origin}/v1: the SDK adds the endpoint.`
}

/** 404: the model does not exist for this key. (403 is `auth/model-access`.) */
export const modelNotFound: AnswerConclusion = {
  id: 'request/model-not-found',
  says: (reply) => {
    const named = hasCode(reply, 'model_not_found', 'invalid_model', 'model_deprecated')
    const inWords = reply.error.code === undefined && hasMark(reply, 'openai.model_missing')
    const model = reply.evidence.route.model
    return named || inWords
      ? {
          owner: 'request',
          rung: 'request',
          code: 'api.model_not_found',
          summary: `${answered(reply)}: ${model === undefined ? 'the model' : `the model ${model}`} does not exist for this key${requestId(reply)}`,
          doNext: [
            'Correct the name of the model, or use one that GET /v1/models lists for this key.',
            'If the name is right, give the project of the key access to the model.',
          ],
          doNot: ['Do not rotate the API key: it was accepted.', DO_NOT.blameNetwork],
        }
      : undefined
  },
}

/** Statuses by which the API refuses the request itself (RFC 9110 §15.5). */
const REFUSALS: ReadonlySet<number> = new Set([
  400, 404, 405, 406, 410, 411, 412, 413, 414, 415, 417, 421, 422, 426, 428, 431,
])

/** The model is asked at an endpoint that it does not serve; the message names the right one. */
export const wrongEndpoint: AnswerConclusion = {
  id: 'request/wrong-endpoint',
  when: (reply) => hasMark(reply, 'openai.wrong_endpoint'),
  says: (reply) => ({
    owner: 'request',
    rung: 'request',
    code: 'api.wrong_endpoint',
    summary: `${answered(reply, '')}: this model is not served at the endpoint that was asked${requestId(reply)}`,
    doNext: ['Call the endpoint that the message names, or choose a model of this endpoint.'],
    doNot: [DO_NOT.rotateKey, DO_NOT.blameNetwork, DO_NOT.retry],
  }),
}

/** The API knows the caller and refuses what is asked: parameter, method, size, media type. */
export const requestRejected: AnswerConclusion = {
  id: 'request/rejected',
  says: (reply) => {
    const { status, error } = reply
    const edge =
      reply.who.responder === 'openai-edge' && [400, 405, 413, 414, 415, 431].includes(status)
    if (!REFUSALS.has(status) || !(isFromOpenai(reply) || edge)) return undefined
    const tooLong =
      hasCode(reply, 'context_length_exceeded') || hasMark(reply, 'openai.context_length')
    const about = error.param === undefined || tooLong ? '' : ` (parameter ${error.param})`
    const why = tooLong
      ? 'the input is longer than this model takes'
      : `it refuses ${requestLine(reply)} as it was sent`
    return {
      owner: 'request',
      rung: 'request',
      code: codeOf('api', reply, tooLong ? 'context_length_exceeded' : `http_${String(status)}`),
      summary: `${answered(reply)}${about}: ${why}${requestId(reply)}`,
      doNext: [
        tooLong
          ? 'Shorten the input, or use a model with a larger context.'
          : error.param === undefined
            ? 'Compare endpoint, method and body of the request with the API reference of this model.'
            : `Correct the parameter ${error.param} for this model and endpoint.`,
        ...(tooLong ? [] : ['Update the SDK if the application sets the parameter through it.']),
      ],
      doNot: [
        'Do not rotate the API key: it is not what was refused.',
        DO_NOT.blameNetwork,
        DO_NOT.retry,
      ],
    }
  },
}
