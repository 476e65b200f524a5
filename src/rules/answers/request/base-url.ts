import { withoutEndSlashes } from '../../../model/index.ts'
import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, isFromApi, isFromOpenai, type Reply } from '../reply.ts'
import { answered, DO_NOT, requestId, requestLine } from '../words.ts'

/** The project has data residency: it answers on its regional host only. A 401 that is no bad key. */
export const incorrectHostname: AnswerConclusion = {
  id: 'request/incorrect-hostname',
  conclude: (reply) =>
    isFromOpenai(reply) &&
    (hasCode(reply, 'incorrect_hostname') || hasMark(reply, 'openai.incorrect_hostname'))
      ? {
          owner: 'request',
          rung: 'request',
          code: 'api.incorrect_hostname',
          summary: `${answered(reply)}: the project of this key lives in another region and wants its regional host${requestId(reply)}`,
          doNext: [
            'Set the base URL to the regional host of the project, e.g. https://us.api.openai.com/v1 or https://eu.api.openai.com/v1.',
          ],
          doNot: [
            'Do not rotate the API key: this 401 is about the host.',
            DO_NOT.upgrade,
            DO_NOT.blameNetwork,
          ],
        }
      : undefined,
}

/** The API has no such path: doubled `/v1`, missing `/v1`, an endpoint inside the base URL. */
export const invalidUrl: AnswerConclusion = {
  id: 'request/invalid-url',
  conclude: (reply) =>
    isFromOpenai(reply) &&
    (hasCode(reply, 'invalid_url', 'unknown_url') || hasMark(reply, 'openai.invalid_url'))
      ? {
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
        }
      : undefined,
}

/** A page instead of the API's JSON where the base URL leaves out its `/v1`. */
export const pageAtBaseUrl: AnswerConclusion = {
  id: 'request/base-url',
  conclude: (reply) => {
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
