import type { AnswerConclusion } from '../../conclusion.ts'
import { isServerError } from '../reply.ts'
import { answered, DO_NOT } from '../words.ts'

/** 502 to 530 of the genuine edge: it answered, and what is behind it did not. */
export const edgeError: AnswerConclusion = {
  id: 'server/edge',
  conclude: (reply) =>
    reply.who.responder === 'openai-edge' && (isServerError(reply) || reply.status === 408)
      ? {
          owner: 'api-server',
          rung: 'http',
          code: `api.edge_${String(reply.status)}`,
          retryable: true,
          summary: `${answered(reply, '')}: the path from this runner to OpenAI works, and the servers behind the edge did not answer it`,
          doNext: ['Start the job again, or set attempts to 3.', 'Look at status.openai.com.'],
          doNot: [DO_NOT.rotateUnjudged, DO_NOT.upgrade, DO_NOT.blameNetwork],
        }
      : undefined,
}
