import type { AnswerConclusion } from '../../conclusion.ts'
import { hasType, isFromOpenai } from '../reply.ts'
import { answered, codeOf, DO_NOT, requestId, requestLine } from '../words.ts'

/** The account was closed or suspended. */
const CLOSED =
  /(?:account|organization|project|user)_(?:deactivated|archived|suspended|disabled)|access_terminated/

export const accountClosed: AnswerConclusion = {
  id: 'auth/account-closed',
  conclude: (reply) =>
    isFromOpenai(reply) && CLOSED.test(`${reply.error.code ?? ''} ${reply.error.type ?? ''}`)
      ? {
          owner: 'auth',
          rung: 'auth',
          code: codeOf('api', reply, 'account_deactivated'),
          summary: `${answered(reply)}: the account, organization or project of the key is closed${requestId(reply)}`,
          doNext: ['Have the account reopened by its owner, or use a key of an active project.'],
          doNot: ['Do not make a new key in the same account.', DO_NOT.blameNetwork],
        }
      : undefined,
}

/** A 401 or 403 of the API with a code that is not listed: still about the credentials. */
export const rejected: AnswerConclusion = {
  id: 'auth/rejected',
  conclude: (reply) => {
    if (!isFromOpenai(reply)) return undefined
    // `request_forbidden` is said of the place that the request comes from.
    const credentials =
      reply.status === 401 || (reply.status === 403 && !hasType(reply, 'request_forbidden'))
    if (!credentials || reply.facts.body.shape === 'html') return undefined
    return {
      owner: 'auth',
      rung: 'auth',
      code: codeOf('api', reply, reply.status === 401 ? 'unauthorized' : 'forbidden'),
      summary: `${answered(reply)}: it does not accept these credentials for ${requestLine(reply)}${requestId(reply)}`,
      doNext: [
        'Check key, organization and project of the secret against the dashboard.',
        'Check the permissions of the key and the role of its owner.',
      ],
      doNot: [DO_NOT.upgrade, DO_NOT.blameNetwork],
    }
  },
}
