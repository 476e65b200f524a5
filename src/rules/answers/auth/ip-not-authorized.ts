import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, isFromOpenai } from '../reply.ts'
import { answered, DO_NOT, egressOfRunner, requestId } from '../words.ts'

/** The key is fine; the account's IP allow-list lacks the egress address. */
export const ipNotAuthorized: AnswerConclusion = {
  id: 'auth/ip-not-authorized',
  conclude: (reply) =>
    isFromOpenai(reply) &&
    (hasCode(reply, 'ip_not_authorized') || hasMark(reply, 'openai.ip_not_authorized'))
      ? {
          owner: 'auth',
          rung: 'auth',
          code: 'api.ip_not_authorized',
          summary: `${answered(reply)}: the IP allow-list of the account lacks ${egressOfRunner(reply)}${requestId(reply)}`,
          doNext: [
            `Add ${egressOfRunner(reply)} to the IP allow-list of the organization or project.`,
            'Give the runner a fixed egress address: hosted runners change theirs.',
          ],
          doNot: ['Do not rotate the API key: a new one meets the same list.', DO_NOT.upgrade],
        }
      : undefined,
}
