import type { AnswerConclusion } from '../conclusion.ts'
import { errorChain, hasType, isFromOpenai } from '../reply.ts'
import { answered, codeOf, DO_NOT, requestId } from '../words.ts'

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
      summary: `${answered(reply)}: it does not accept these credentials for ${reply.facts.method} ${reply.facts.path}${requestId(reply)}`,
      doNext: [
        'Check key, organization and project of the secret against the dashboard.',
        'Check the permissions of the key and the role of its owner.',
      ],
      doNot: [DO_NOT.upgrade, DO_NOT.blameNetwork],
    }
  },
}

/**
 * A log that kept only the class of the error. The SDK makes an AuthenticationError of any 401, so
 * it counts only for the API's own host, without a proxy and without a word against it.
 */
export const rejectedInLog: AnswerConclusion = {
  id: 'auth/rejected-in-log',
  conclude: (reply) => {
    const { evidence, who, facts, host } = reply
    const bare = evidence.source === 'log' && who.responder === 'unknown' && facts.body.bytes === 0
    const direct = host === 'api.openai.com' && evidence.egress.proxy === undefined
    const named = errorChain(reply).some((one) => /^(?:openai\.)?AuthenticationError\b/.test(one))
    return bare && direct && named && facts.status === 401
      ? {
          owner: 'auth',
          rung: 'auth',
          code: 'api.unauthorized',
          summary: `The log has a 401 for ${host} as AuthenticationError of the OpenAI SDK, without its body: most likely the key was refused`,
          doNext: [
            'Run the preflight with this key: it shows who answered and with which code.',
            'Check that the secret holds a current key of the right project.',
          ],
          doNot: [DO_NOT.upgrade],
        }
      : undefined
  },
}
