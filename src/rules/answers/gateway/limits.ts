import type { AnswerConclusion } from '../../conclusion.ts'
import { hasMark, hasType, type Reply } from '../reply.ts'
import { answered, codeOf, DO_NOT, headroom, nameOf, requestId, whenAgain } from '../words.ts'

const BUDGET =
  /budget|insufficient_\w{0,40}(?:quota|credits?|balance|funds)|(?:credits?|balance|billing|spend)_|quota_exceeded|out_of_(?:quota|credits)|payment/i

function saysBudget(reply: Reply): boolean {
  return (
    reply.status === 402 ||
    isUnverified(reply) ||
    BUDGET.test(`${reply.error.type ?? ''} ${reply.error.code ?? ''}`) ||
    hasMark(
      reply,
      'litellm.budget',
      'openrouter.credits',
      'one_api.quota',
      'portkey.budget',
      'openai.exceeded_quota',
      'openai.no_credits',
      'openai.billing_hard_limit',
      'apim.out_of_quota',
    ) ||
    ([400, 403, 429].includes(reply.status) && hasMark(reply, 'gateway.budget'))
  )
}

/** Vercel AI Gateway, a 403: the credits are there and locked until a card is on file. */
function isUnverified(reply: Reply): boolean {
  return hasType(reply, 'customer_verification_required')
}

/** The account of the gateway at its upstream is empty: the gateway's operator pays there. */
export const upstreamQuota: AnswerConclusion = {
  id: 'gateway/upstream-quota',
  when: (reply) => reply.who.relayed && reply.status < 500 && saysBudget(reply),
  says: (reply) => ({
    owner: 'route-provider',
    rung: 'quota',
    code: 'gateway.upstream_quota',
    summary:
      `${nameOf(reply)} at ${reply.host} passed on ${String(reply.status)} ${reply.error.code ?? ''} of the server behind it: the account that the gateway uses there has nothing left${requestId(reply)}`.replaceAll(
        / +/g,
        ' ',
      ),
    doNext: [
      `Let the operator of ${reply.host} add credits to the upstream account, or raise its limit.`,
    ],
    doNot: [
      'Do not rotate the key of the gateway: it was accepted.',
      DO_NOT.retry,
      DO_NOT.blameNetwork,
    ],
  }),
}

/** The gateway says that the caller's own budget or credits are used up. */
export const gatewayBudget: AnswerConclusion = {
  id: 'gateway/budget',
  when: (reply) =>
    !reply.who.relayed && reply.status >= 400 && reply.status < 500 && saysBudget(reply),
  says: (reply) => ({
    owner: 'quota',
    rung: 'quota',
    code: codeOf('gateway', reply, reply.status === 402 ? 'payment_required' : 'budget_exceeded'),
    summary: `${answered(reply)}: ${isUnverified(reply) ? 'the gateway serves this account only with a payment method on file' : 'the budget or the credits of this caller at the gateway are used up'}${requestId(reply)}`,
    doNext: [
      isUnverified(reply)
        ? `Add a payment method to this account at ${reply.host}.`
        : `Raise the budget of this key at ${reply.host}, or add credits there.`,
    ],
    doNot: [
      'Do not add credits at OpenAI: the gateway’s own account is meant.',
      'Do not rotate the key: a new one shares the budget.',
      DO_NOT.retry,
    ],
  }),
}

/** Requests or tokens per time, the gateway's own or those of the server behind it. */
export const gatewayRateLimit: AnswerConclusion = {
  id: 'gateway/rate-limit',
  when: (reply) => reply.status === 429,
  says: (reply) => ({
    owner: 'rate-limit',
    rung: 'quota',
    code: codeOf('gateway', reply, 'rate_limited'),
    retryable: true,
    summary: `${answered(reply)}: ${reply.who.relayed ? 'the server behind the gateway limits the rate' : 'the gateway limits the rate of this caller'}${headroom(reply)}; retry${whenAgain(reply) === '' ? ' later' : whenAgain(reply)}${requestId(reply)}`,
    doNext: [
      `Re-run the job${whenAgain(reply)}, or set wait-up-to so that the preflight waits.`,
      `Raise the rate of this key at ${reply.host}.`,
    ],
    doNot: [
      'Do not ask OpenAI for a higher limit: the answer is not from there.',
      DO_NOT.rotateKey,
    ],
  }),
}
