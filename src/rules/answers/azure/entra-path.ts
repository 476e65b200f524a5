import type { SignInConclusion } from '../../conclusion.ts'
import { answered, nameOf } from './entra-failure.ts'

const NOT_JUDGED = ['Do not create a new secret or identity: Entra ID has not judged this one.']

/** Somebody else answered in place of Entra ID. */
export const signInIntercepted: SignInConclusion = {
  id: 'azure/sign-in-intercepted',
  when: ({ code, last }) =>
    code === 'http.redirected' || last?.shape === 'html' || isOfTheWay(last?.status ?? 0),
  says: ({ last, facts }) =>
    last && {
      owner: 'connection-path',
      code: 'azure.sign_in_intercepted',
      summary: `Something on the path answered in place of ${nameOf(last)} (${facts.authority})${last.status === undefined ? '' : ` with ${String(last.status)}`}${last.shape === 'html' ? ' and a page' : ''}.`,
      doNext: [`Allow ${facts.authority} at the proxy or filter of this runner.`],
      doNot: NOT_JUDGED,
    },
}

/** A redirect to elsewhere, or a status that only a proxy or a portal sends. */
function isOfTheWay(status: number): boolean {
  return (status >= 300 && status <= 399) || status === 407 || status === 511
}

/** The authority is a host of its own: an allow-list with only the resource on it is not enough. */
export const signInUnreachable: SignInConclusion = {
  id: 'azure/sign-in-unreachable',
  says: ({ code, last, facts }) => {
    const silent = last === undefined ? code === 'azure.token_timed_out' : last.status === undefined
    if (!silent) return undefined
    const host = last?.host ?? facts.authority
    return {
      owner: 'connection-path',
      code: 'azure.sign_in_unreachable',
      retryable: /timed_out|reset|closed/.test(code),
      summary: `${nameOf(last)} at ${host} gave no answer (${code}${last?.errno === undefined ? '' : `, ${last.errno}`}), so there is no token; the Azure resource was asked without one.`,
      doNext: [
        `Allow TCP 443 from this runner to ${host}: the sign-in needs it besides the resource.`,
      ],
      doNot: NOT_JUDGED,
    }
  },
}

export const signInServerError: SignInConclusion = {
  id: 'azure/sign-in-server-error',
  says: (failure) => {
    const status = failure.last?.status ?? 0
    const busy = status === 429 || status >= 500 || failure.says(90033, 90006, 90012)
    return busy
      ? {
          owner: 'route-provider',
          code: 'azure.sign_in_server_error',
          retryable: true,
          summary: `${answered(failure)}: the sign-in itself failed there.`,
          doNext: ['Re-run the job, or set attempts to 3; check the health of Entra ID.'],
          doNot: NOT_JUDGED,
        }
      : undefined
  },
}

/** The library refuses what the environment says, before any packet. */
export const signInNotSendable: SignInConclusion = {
  id: 'azure/sign-in-not-sendable',
  when: (failure) => failure.code === 'azure.token_not_sendable',
  says: (failure) => ({
    code: failure.code,
    summary: `No request for a token was sent: the Azure identity library does not accept what the environment says for ${failure.facts.method}.`,
    doNext: [
      'Compare AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_AUTHORITY_HOST (https) with the registration of the application.',
    ],
  }),
}

/** Everything that Entra ID refuses in other words. */
export const signInRefused: SignInConclusion = {
  id: 'azure/sign-in-refused',
  says: (failure) => ({
    code: 'azure.sign_in_refused',
    summary: `${answered(failure)}: the sign-in with ${failure.facts.method} was refused.`,
    doNext: [
      `Look up ${failure.last?.errorCodes[0] ?? 'the answer'} in the error codes of Entra ID, and in the sign-in log of the application.`,
    ],
  }),
}
