import { hasCode, hasMark, hasType, isServerError } from './reply.ts'
import { answered, codeOf, DO_NOT, requestId, whenAgain } from './words.ts'
import type { AnswerConclusion } from '../conclusion.ts'

const WAIT = [
  'Do not rotate the API key: OpenAI says that the fault is its own.',
  DO_NOT.upgrade,
  DO_NOT.blameNetwork,
]

/** No capacity right now. */
export const overloaded: AnswerConclusion = {
  id: 'server/overloaded',
  when: (reply) =>
    isServerError(reply) &&
    (hasCode(reply, 'server_is_overloaded', 'slow_down', 'overloaded') ||
      hasType(reply, 'service_unavailable_error', 'overloaded_error') ||
      hasMark(reply, 'openai.overloaded')),
  says: (reply) => ({
    owner: 'api-server',
    rung: 'quota',
    code: codeOf('api', reply, 'overloaded'),
    retryable: true,
    summary: `${answered(reply)}: OpenAI has no capacity for this request right now${requestId(reply)}`,
    doNext: [
      `Re-run the job${whenAgain(reply)}, or set attempts to 3.`,
      'Check status.openai.com.',
    ],
    doNot: WAIT,
  }),
}

/** 408 and 409: another request was in the way, or this one took too long. */
export const conflict: AnswerConclusion = {
  id: 'server/conflict',
  when: (reply) => [408, 409, 425].includes(reply.status),
  says: (reply) => ({
    owner: 'api-server',
    rung: 'answer',
    code: codeOf('api', reply, reply.status === 409 ? 'conflict' : 'timeout'),
    retryable: true,
    summary: `${answered(reply)}: OpenAI could not process the request just now${requestId(reply)}`,
    doNext: ['Send the request again: the SDK does so by itself unless maxRetries is 0.'],
    doNot: WAIT,
  }),
}

/** OpenAI's own 5xx. */
export const serverError: AnswerConclusion = {
  id: 'server/error',
  when: (reply) => isServerError(reply),
  says: (reply) => ({
    owner: 'api-server',
    rung: 'answer',
    code: codeOf('api', reply, reply.status === 503 ? 'unavailable' : 'server_error'),
    retryable: true,
    summary: `${answered(reply)}: the request reached OpenAI and failed there${requestId(reply)}`,
    doNext: [
      `Re-run the job${whenAgain(reply)}, or set attempts to 3.`,
      'Check status.openai.com, and give the request ID to OpenAI support if it recurs.',
    ],
    doNot: WAIT,
  }),
}
