import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, isFromOpenai } from '../reply.ts'
import { answered, codeOf, DO_NOT, requestId } from '../words.ts'

/** The API saw no credentials at all. */
export const missingCredentials: AnswerConclusion = {
  id: 'auth/missing-credentials',
  conclude: (reply) =>
    isFromOpenai(reply) && reply.status === 401 && hasMark(reply, 'openai.missing_bearer')
      ? {
          owner: 'auth',
          rung: 'auth',
          code: 'api.missing_credentials',
          summary: `${answered(reply, '')}: no credentials arrived with the request${reply.facts.authenticated && reply.evidence.source !== 'log' ? ', although a key was sent from here' : ''}${requestId(reply)}`,
          doNext: [
            'Pass the secret to the step as OPENAI_API_KEY.',
            'If the key is set, let the proxy on the path pass the Authorization header on.',
          ],
          doNot: [DO_NOT.upgrade, DO_NOT.blameNetwork, 'Do not rotate the API key: none arrived.'],
        }
      : undefined,
}

/** The key itself is refused. */
export const invalidKey: AnswerConclusion = {
  id: 'auth/invalid-key',
  conclude: (reply) =>
    isFromOpenai(reply) &&
    (hasCode(reply, 'invalid_api_key', 'expired_api_key', 'token_expired', 'token_invalidated') ||
      (reply.error.code === undefined && hasMark(reply, 'openai.incorrect_key')))
      ? {
          owner: 'auth',
          rung: 'auth',
          code: codeOf('api', reply, 'invalid_api_key'),
          summary: `${answered(reply)}: the key is wrong, revoked, or from another vendor; the network path is fine${requestId(reply)}`,
          doNext: [
            'Store a current key of this project in the secret, without quotes, spaces or line break.',
            reply.evidence.source === 'log'
              ? 'Compare the key that the application reads with the key in the dashboard, by its length and last four characters.'
              : 'Compare length and shape of the key in this packet with the key in the dashboard.',
          ],
          doNot: [DO_NOT.upgrade, DO_NOT.blameNetwork, DO_NOT.retry],
        }
      : undefined,
}
