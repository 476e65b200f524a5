/** What the answer to the real request means, most specific first. */
import type { Rule, RuleList } from '../../model/index.ts'
import { answerRules, signInRules } from '../conclusion.ts'
import { FIRST, REST, TRANSFER } from './anybody.ts'
import { AZURE, NETWORK } from './azure.ts'
import { GATEWAY } from './gateway.ts'
import { EDGE, ON_THE_WAY, PROXY } from './on-the-way.ts'
import { OPENAI, OPENAI_OR_EDGE } from './openai.ts'
import { isFromAzure, isFromGateway, isFromOpenai } from './reply.ts'
import { SIGN_IN } from './sign-in.ts'
import { statusAlone } from './status-alone.ts'

const NETWORK_RULES = answerRules(NETWORK, isFromAzure)
const SIGN_IN_RULES = signInRules(SIGN_IN)

/** One answer has one explanation; a sign-in that failed stands between the network rules and what the API says. */
export const ANSWER_RULES: RuleList = [
  ...answerRules(FIRST),
  ...answerRules(PROXY, ({ who }) => who.responder === 'proxy'),
  ...answerRules(ON_THE_WAY),
  ...answerRules(EDGE, ({ who }) => who.responder === 'openai-edge'),
  ...answerRules(TRANSFER),
  ...NETWORK_RULES,
  ...SIGN_IN_RULES,
  ...answerRules([statusAlone]),
  ...answerRules(OPENAI, isFromOpenai),
  ...answerRules(OPENAI_OR_EDGE),
  ...answerRules(AZURE, isFromAzure),
  ...answerRules(GATEWAY, isFromGateway),
  ...answerRules(REST),
]

/** A sign-in that failed as well is told beside the network rules: it is the next thing that would stop the call. */
export const SIGN_IN_BESIDE: RuleList = SIGN_IN_RULES.map((rule): Rule => ({
  id: rule.id,
  match: (evidence) =>
    NETWORK_RULES.some((one) => one.match(evidence) !== undefined)
      ? rule.match(evidence)
      : undefined,
}))

export { provesRoute } from './keyless.ts'
