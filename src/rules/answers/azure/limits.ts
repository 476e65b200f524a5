import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, hasType, type Reply } from '../reply.ts'
import { answered, codeOf, DO_NOT, headroom, requestId, whenAgain } from '../words.ts'

/** The caller's volume, not a rate: API Management's quota policy (403 or 429), or a used-up subscription. */
export const azureOutOfQuota: AnswerConclusion = {
  id: 'azure/out-of-quota',
  when: (reply) =>
    hasMark(reply, 'apim.out_of_quota') ||
    hasCode(reply, 'insufficient_quota', 'OutOfQuota', 'QuotaExceeded') ||
    hasType(reply, 'insufficient_quota') ||
    reply.status === 402,
  says: (reply) => ({
    owner: 'quota',
    rung: 'quota',
    code: codeOf('azure', reply, 'out_of_quota'),
    summary: `${answered(reply)}: the volume that this caller may use is used up${requestId(reply)}`,
    doNext: [
      'Raise the quota of this subscription key or deployment, or wait for the next period.',
    ],
    doNot: ['Do not rotate the key: a new one of the same product shares the quota.', DO_NOT.retry],
  }),
}

/** The provider has no capacity: not the caller's limit. */
export const azureCapacity: AnswerConclusion = {
  id: 'azure/capacity',
  when: (reply) =>
    [429, 503].includes(reply.status) &&
    (hasMark(reply, 'azure.capacity') || hasCode(reply, 'NoCapacity', 'ServiceBusy')),
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'quota',
    code: 'azure.no_capacity',
    retryable: true,
    summary: `${answered(reply)}: Azure has no capacity for this deployment right now; the limit of the caller is not the cause${requestId(reply)}`,
    doNext: [
      `Re-run the job${whenAgain(reply)}.`,
      'Use a deployment in another region, or provisioned throughput.',
    ],
    doNot: ['Do not ask for a higher token limit: the limit was not reached.', DO_NOT.rotateKey],
  }),
}

/** Tokens or requests per minute of the deployment or of an API Management policy. */
export const azureRateLimit: AnswerConclusion = {
  id: 'azure/rate-limit',
  when: (reply) => reply.status === 429,
  says: (reply) => ({
    owner: 'rate-limit',
    rung: 'quota',
    code: codeOf('azure', reply, 'rate_limit_exceeded'),
    retryable: true,
    summary: `${answered(reply, '')}: ${whose(reply)} used up${headroom(reply)}; retry${whenAgain(reply) === '' ? ' later' : whenAgain(reply)}${requestId(reply)}`,
    doNext: [
      `Re-run the job${whenAgain(reply)}, or set wait-up-to so that the preflight waits.`,
      'Raise the tokens per minute of the deployment.',
    ],
    doNot: [DO_NOT.rotateKey, DO_NOT.blameNetwork],
  }),
}

function whose({ who }: Reply): string {
  return who.responder === 'azure-apim'
    ? 'the rate that API Management allows this caller is'
    : 'requests or tokens per minute of the deployment are'
}
