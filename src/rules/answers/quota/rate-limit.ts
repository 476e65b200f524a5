import type { AnswerConclusion } from '../../conclusion.ts'
import { hasMark, isFromOpenai, type Reply } from '../reply.ts'
import { answered, codeOf, DO_NOT, headroom, requestId, whenAgain } from '../words.ts'

const RATE =
  /^(?:rate_limit\w*|tokens|requests|images|slow_down|too_many_requests|\w*_per_(?:min|minute|day))$/

function saysRate(reply: Reply): boolean {
  const { code, type } = reply.error
  const { limits } = reply.facts
  return (
    [code, type].some((one) => one !== undefined && RATE.test(one)) ||
    hasMark(reply, 'openai.rate_limit') ||
    [limits?.requests, limits?.tokens].some((one) => one?.remaining === 0) ||
    limits?.retryAfterMs !== undefined
  )
}

/** Requests or tokens per time are used up; they come back by themselves. */
export const rateLimited: AnswerConclusion = {
  id: 'quota/rate-limit',
  conclude: (reply) =>
    isFromOpenai(reply) && reply.status === 429 && saysRate(reply)
      ? {
          owner: 'rate-limit',
          rung: 'quota',
          code: codeOf('api', reply, 'rate_limit_exceeded'),
          retryable: true,
          summary: `${answered(reply)}: requests or tokens per time are used up${headroom(reply)}, try again${whenAgain(reply) === '' ? ' later' : whenAgain(reply)}${requestId(reply)}`,
          doNext: [
            `Start the job again${whenAgain(reply)}, or set wait-up-to so that the preflight waits.`,
            'Spread the requests of parallel jobs, or ask for a higher limit of this model.',
          ],
          doNot: [
            'Do not rotate the API key: the limit belongs to the organization and project.',
            'Do not add credits: the balance is not what was refused.',
            DO_NOT.blameNetwork,
          ],
        }
      : undefined,
}

/** 429 without a word: quota and rate share the status; the rate is the first to test, as it passes. */
export const unexplained429: AnswerConclusion = {
  id: 'quota/unexplained',
  conclude: (reply) =>
    isFromOpenai(reply) && reply.status === 429
      ? {
          owner: 'rate-limit',
          confidence: 'low',
          rung: 'quota',
          code: codeOf('api', reply, 'too_many_requests'),
          retryable: true,
          summary: `${answered(reply)} without saying whether a rate or the balance is used up${requestId(reply)}`,
          doNext: [
            'Run the preflight again in a minute: a rate limit is gone by then, an empty balance (insufficient_quota) is not.',
            'Look at usage and limits of the organization at platform.openai.com.',
          ],
          doNot: [
            'Do not rotate the API key: both limits stay with the organization.',
            DO_NOT.blameNetwork,
          ],
        }
      : undefined,
}
