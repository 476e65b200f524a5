import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, isFromOpenai } from '../reply.ts'
import { answered, codeOf, DO_NOT, requestId, requestLine } from '../words.ts'

/** Statuses by which the API refuses the request itself (RFC 9110 §15.5). */
const REFUSALS: ReadonlySet<number> = new Set([
  400, 404, 405, 406, 410, 411, 412, 413, 414, 415, 417, 421, 422, 426, 428, 431,
])

/** The model is asked at an endpoint that it does not serve; the message names the right one. */
export const wrongEndpoint: AnswerConclusion = {
  id: 'request/wrong-endpoint',
  conclude: (reply) =>
    isFromOpenai(reply) && hasMark(reply, 'openai.wrong_endpoint')
      ? {
          owner: 'request',
          rung: 'request',
          code: 'api.wrong_endpoint',
          summary: `${answered(reply, '')}: this model is not served at the endpoint that was asked${requestId(reply)}`,
          doNext: ['Call the endpoint that the message names, or choose a model of this endpoint.'],
          doNot: [DO_NOT.rotateKey, DO_NOT.blameNetwork, DO_NOT.retry],
        }
      : undefined,
}

/** The API knows the caller and refuses what is asked: parameter, method, size, media type. */
export const requestRejected: AnswerConclusion = {
  id: 'request/rejected',
  conclude: (reply) => {
    const { status, error } = reply
    const edge =
      reply.who.responder === 'openai-edge' && [400, 405, 413, 414, 415, 431].includes(status)
    if (!REFUSALS.has(status) || !(isFromOpenai(reply) || edge)) return undefined
    const about = error.param === undefined ? '' : ` (parameter ${error.param})`
    return {
      owner: 'request',
      rung: 'request',
      code: codeOf('api', reply, `http_${String(status)}`),
      summary: `${answered(reply)}${about}: it refuses ${requestLine(reply)} as it was sent${requestId(reply)}`,
      doNext: [
        hasCode(reply, 'context_length_exceeded')
          ? 'Shorten the input, or use a model with a larger context.'
          : error.param === undefined
            ? 'Compare endpoint, method and body of the request with the API reference of this model.'
            : `Correct the parameter ${error.param} for this model and endpoint.`,
        ...(hasCode(reply, 'context_length_exceeded')
          ? []
          : ['Update the SDK if the application sets the parameter through it.']),
      ],
      doNot: [
        'Do not rotate the API key: it is not what was refused.',
        DO_NOT.blameNetwork,
        DO_NOT.retry,
      ],
    }
  },
}
