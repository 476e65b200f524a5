import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, isFromOpenai } from '../reply.ts'
import { answered, DO_NOT, requestId } from '../words.ts'

/** 404: the model does not exist for this key. (403 is `auth/model-access`.) */
export const modelNotFound: AnswerConclusion = {
  id: 'request/model-not-found',
  conclude: (reply) => {
    if (!isFromOpenai(reply)) return undefined
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
