import { hasCode, hasMark, hasType, type Reply } from './reply.ts'
import { answered, codeOf, DO_NOT, headroom, requestId, whenAgain } from './words.ts'
import type { AnswerConclusion } from '../conclusion.ts'

const CODES = [
  'insufficient_quota',
  'credit_balance_exhausted',
  'organization_spend_limit_exceeded',
  'project_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
  'project_usage_limit_exceeded',
  'billing_not_active',
  'quota_exceeded',
] as const

/** Credits, spend or usage limit are used up: by type or code, never by the status, which is that of a rate limit. */
export const insufficientQuota: AnswerConclusion = {
  id: 'quota/insufficient',
  says: (reply) => {
    const named =
      hasType(reply, 'insufficient_quota', 'billing_not_active') || hasCode(reply, ...CODES)
    const inWords =
      reply.error.code === undefined &&
      hasMark(
        reply,
        'openai.exceeded_quota',
        'openai.no_credits',
        'openai.spend_limit',
        'openai.account_not_active',
      )
    if (!named && !inWords) return undefined
    return {
      owner: 'quota',
      rung: 'quota',
      code: codeOf('api', reply, 'insufficient_quota'),
      summary: `${answered(reply)}: ${meaning(reply.error.code)}; the key and the path are fine${requestId(reply)}`,
      doNext: [
        /limit/.test(reply.error.code ?? '')
          ? 'Raise the spend or usage limit of the organization or project at platform.openai.com.'
          : 'Add credits or a payment method at platform.openai.com, settings, billing.',
        'Check that the key belongs to the organization that pays.',
      ],
      doNot: [
        'Do not rotate the API key: a new one draws on the same balance.',
        DO_NOT.retry,
        DO_NOT.blameNetwork,
      ],
    }
  },
}

const MEANING: readonly { readonly code: RegExp; readonly meaning: string }[] = [
  { code: /^organization_\w+_limit/, meaning: 'the organization has reached its limit' },
  { code: /^project_\w+_limit/, meaning: 'the project has reached its limit' },
  { code: /^billing_not_active$/, meaning: 'billing of the account is not active' },
]

function meaning(code = ''): string {
  const known = MEANING.find((one) => one.code.test(code))
  return known?.meaning ?? 'the organization has no credits left'
}

/** The hard limit of the billing settings, sent as a 400. */
export const billingHardLimit: AnswerConclusion = {
  id: 'quota/billing-hard-limit',
  when: (reply) =>
    hasCode(reply, 'billing_hard_limit_reached') || hasMark(reply, 'openai.billing_hard_limit'),
  says: (reply) => ({
    owner: 'quota',
    rung: 'quota',
    code: 'api.billing_hard_limit_reached',
    summary: `${answered(reply)}: the hard limit of the billing settings is reached; the key and the request are fine${requestId(reply)}`,
    doNext: [
      'Raise the hard limit at platform.openai.com, settings, limits, or wait for the next month.',
    ],
    doNot: [
      'Do not change the request: this 400 is about billing.',
      DO_NOT.retry,
      DO_NOT.blameNetwork,
    ],
  }),
}

/** 402 Payment Required of the API itself. */
export const paymentRequired: AnswerConclusion = {
  id: 'quota/payment-required',
  when: (reply) => reply.status === 402,
  says: (reply) => ({
    owner: 'quota',
    rung: 'quota',
    code: codeOf('api', reply, 'payment_required'),
    summary: `${answered(reply)}: the account has to pay before this request is admitted${requestId(reply)}`,
    doNext: ['Add credits or a payment method at platform.openai.com, settings, billing.'],
    doNot: ['Do not rotate the API key: a new one draws on the same balance.', DO_NOT.retry],
  }),
}

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

/** The limit on requests or tokens is used up; they come back by themselves. */
export const rateLimited: AnswerConclusion = {
  id: 'quota/rate-limit',
  when: (reply) => reply.status === 429 && saysRate(reply),
  says: (reply) => ({
    owner: 'rate-limit',
    rung: 'quota',
    code: codeOf('api', reply, 'rate_limit_exceeded'),
    retryable: true,
    summary: `${answered(reply)}: the limit on requests or tokens is used up${headroom(reply)}; retry${whenAgain(reply) === '' ? ' later' : whenAgain(reply)}${requestId(reply)}`,
    doNext: [
      `Re-run the job${whenAgain(reply)}, or set wait-up-to so that the preflight waits.`,
      'Spread the requests of parallel jobs, or ask for a higher limit of this model.',
    ],
    doNot: [
      'Do not rotate the API key: the limit belongs to the organization and project.',
      'Do not add credits: the balance is not what was refused.',
      DO_NOT.blameNetwork,
    ],
  }),
}

/** 429 without a word: quota and rate share the status; the rate is the first to test, as it passes. */
export const unexplained429: AnswerConclusion = {
  id: 'quota/unexplained',
  when: (reply) => reply.status === 429,
  says: (reply) => ({
    owner: 'rate-limit',
    confidence: 'low',
    rung: 'quota',
    code: codeOf('api', reply, 'too_many_requests'),
    retryable: true,
    summary: `${answered(reply)} without saying whether a rate or the balance is used up${requestId(reply)}`,
    doNext: [
      'Run the preflight again in a minute: a rate limit is gone by then, an empty balance (insufficient_quota) is not.',
      'Check usage and limits of the organization at platform.openai.com.',
    ],
    doNot: [
      'Do not rotate the API key: both limits stay with the organization.',
      DO_NOT.blameNetwork,
    ],
  }),
}
