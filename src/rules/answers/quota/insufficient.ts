import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, hasType, isFromOpenai } from '../reply.ts'
import { answered, codeOf, DO_NOT, requestId } from '../words.ts'

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
  conclude: (reply) => {
    if (!isFromOpenai(reply)) return undefined
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
      summary: `${answered(reply)}: ${meaning(reply.error.code)}; key and path are good${requestId(reply)}`,
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
