import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, isFromOpenai } from '../reply.ts'
import { answered, codeOf, DO_NOT, requestId } from '../words.ts'

/** The hard limit of the billing settings, sent as a 400. */
export const billingHardLimit: AnswerConclusion = {
  id: 'quota/billing-hard-limit',
  conclude: (reply) =>
    isFromOpenai(reply) &&
    (hasCode(reply, 'billing_hard_limit_reached') || hasMark(reply, 'openai.billing_hard_limit'))
      ? {
          owner: 'quota',
          rung: 'quota',
          code: 'api.billing_hard_limit_reached',
          summary: `${answered(reply)}: the hard limit of the billing settings is reached; key and request are good${requestId(reply)}`,
          doNext: [
            'Raise the hard limit at platform.openai.com, settings, limits, or wait for the next month.',
          ],
          doNot: [
            'Do not change the request: this 400 is about billing.',
            DO_NOT.retry,
            DO_NOT.blameNetwork,
          ],
        }
      : undefined,
}

/** 402 Payment Required of the API itself. */
export const paymentRequired: AnswerConclusion = {
  id: 'quota/payment-required',
  conclude: (reply) =>
    isFromOpenai(reply) && reply.status === 402
      ? {
          owner: 'quota',
          rung: 'quota',
          code: codeOf('api', reply, 'payment_required'),
          summary: `${answered(reply)}: the account has to pay before this request is admitted${requestId(reply)}`,
          doNext: ['Add credits or a payment method at platform.openai.com, settings, billing.'],
          doNot: ['Do not rotate the API key: a new one draws on the same balance.', DO_NOT.retry],
        }
      : undefined,
}
