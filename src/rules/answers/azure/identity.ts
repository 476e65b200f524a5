import { scopeOrder } from './entra-answer.ts'
import { tokenScopeOf } from '../../../knowledge/hosts.ts'
import { hasCode, hasMark, type Reply } from '../reply.ts'
import { answered, codeOf, DO_NOT, requestId, requestLine } from '../words.ts'
import type { AnswerConclusion } from '../../conclusion.ts'

const SIGN_IN = [DO_NOT.upgrade, DO_NOT.blameNetwork]

/** Said by the resource or its API Management, not by what stands behind it. */
function own({ who }: Reply): boolean {
  return !who.relayed
}

/** Keys are switched off: only Entra ID is accepted. */
export const keyAuthDisabled: AnswerConclusion = {
  id: 'azure/key-auth-disabled',
  when: (reply) =>
    own(reply) &&
    (hasCode(reply, 'AuthenticationTypeDisabled') || hasMark(reply, 'azure.key_auth_disabled')),
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: 'azure.authentication_type_disabled',
    summary: `${answered(reply)}: the resource accepts Entra ID only, keys are switched off${requestId(reply)}`,
    doNext: [
      'Sign in with Entra ID (workload identity of the job) instead of the key.',
      'Or allow key access on the resource (disableLocalAuth=false).',
    ],
    doNot: ['Do not rotate the key: no key is accepted.', ...SIGN_IN],
  }),
}

/** Signed in, and without a role for this action. */
export const roleMissing: AnswerConclusion = {
  id: 'azure/role-missing',
  when: (reply) =>
    own(reply) &&
    (hasCode(reply, 'PermissionDenied') || hasMark(reply, 'azure.principal', 'azure.data_action')),
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: 'azure.permission_denied',
    summary: `${answered(reply)}: the identity is known and lacks a role for ${requestLine(reply)}${requestId(reply)}`,
    doNext: [
      'Assign the role "Cognitive Services OpenAI User" on the resource to the identity of the job; it acts within minutes.',
    ],
    doNot: ['Do not create a new identity or key: the role is missing.', ...SIGN_IN],
  }),
}

/** The token comes from another tenant than the resource; a 400. */
export const tenantMismatch: AnswerConclusion = {
  id: 'azure/tenant-mismatch',
  when: (reply) => own(reply) && hasMark(reply, 'azure.tenant_mismatch'),
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: 'azure.tenant_mismatch',
    summary: `${answered(reply, '')}: the token is of another tenant than the resource${requestId(reply)}`,
    doNext: ['Set AZURE_TENANT_ID to the tenant of the resource, and sign in there.'],
    doNot: ['Do not change the request: this 400 is about the sign-in.', ...SIGN_IN],
  }),
}

/** The token is for another audience, or expired: said in words that name one of the two. */
export const tokenRejected: AnswerConclusion = {
  id: 'azure/token-rejected',
  when: (reply) =>
    own(reply) &&
    !isGeneric(reply) &&
    hasMark(reply, 'azure.token_audience', 'azure.token_expired'),
  says: (reply) => {
    const expired = hasMark(reply, 'azure.token_expired')
    return {
      owner: 'auth',
      rung: 'auth',
      code: expired ? 'azure.token_expired' : 'azure.token_audience',
      summary: `${answered(reply, '')}: the Entra ID token ${expired ? 'has expired' : 'is for another audience'}${requestId(reply)}`,
      doNext: [
        expired
          ? 'Take a fresh token for each run: do not keep one in a secret.'
          : scopeOrder(reply.error.audience ?? tokenScopeOf(reply.evidence.route.baseUrl)),
      ],
      doNot: SIGN_IN,
    }
  },
}

/** One sentence for four causes, a wrong key among them: what was sent decides. */
function isGeneric(reply: Reply): boolean {
  return hasMark(reply, 'azure.token_generic')
}

/** The generic 401 in a log, where nothing says whether a key or a token was sent. */
export const credentialsRefused: AnswerConclusion = {
  id: 'azure/credentials-refused',
  when: (reply) => own(reply) && isGeneric(reply) && reply.evidence.route.azureAuth === undefined,
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: 'azure.credentials_refused',
    summary: `${answered(reply, '')}: it does not accept the key or the token that was sent, and the sentence does not say which of its causes it is${requestId(reply)}`,
    doNext: [
      `With a key: store key 1 or 2 of ${reply.host}. With a token: look at its aud and exp.`,
    ],
    doNot: SIGN_IN,
  }),
}

/** API Management wants its own subscription key. */
export const subscriptionKey: AnswerConclusion = {
  id: 'azure/subscription-key',
  when: (reply) => own(reply) && reply.who.responder === 'azure-apim' && reply.status === 401,
  says: (reply) => {
    const missing = hasMark(reply, 'apim.missing_subscription_key')
    return {
      owner: 'auth',
      rung: 'auth',
      code: missing ? 'azure.subscription_key_missing' : 'azure.subscription_key_invalid',
      summary: `${answered(reply, '')}: API Management ${missing ? 'found no subscription key in the request' : 'refuses the subscription key'}, and the API behind it was not asked`,
      doNext: [
        missing
          ? 'Send the subscription key in the header that the API names, api-key or Ocp-Apim-Subscription-Key.'
          : 'Store a current subscription key of this product in the secret.',
      ],
      doNot: [
        'Do not rotate the key of the Azure OpenAI resource: it was not asked.',
        DO_NOT.upgrade,
        DO_NOT.blameOpenai,
      ],
    }
  },
}

/** 401 of Azure OpenAI: wrong key, or the right key of another resource. */
export const azureKeyRejected: AnswerConclusion = {
  id: 'azure/key-rejected',
  when: (reply) => own(reply) && (reply.status === 401 || hasMark(reply, 'azure.invalid_key')),
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: codeOf('azure', reply, 'invalid_key'),
    summary: `${answered(reply)}: key and resource do not belong together${requestId(reply)}`,
    doNext: [
      `Store key 1 or 2 of ${reply.host} in the secret.`,
      'Check that the endpoint is that of the resource in which the key was created.',
    ],
    doNot: SIGN_IN,
  }),
}

/** API Management passes on a 401 or 403 of the API behind it: about its own credentials there. */
export const azureUpstreamKey: AnswerConclusion = {
  id: 'azure/upstream-key',
  when: ({ who, status }) =>
    who.responder === 'azure-apim' && who.relayed && (status === 401 || status === 403),
  says: ({ who, status, host }) => ({
    owner: 'route-provider',
    rung: 'auth',
    code: 'azure.upstream_key_rejected',
    summary: `API Management at ${host} passed on a ${String(status)} of the API behind it (${who.evidence.join(', ')}): its own credentials there are refused`,
    doNext: [
      'Let the operator of API Management renew the backend credentials (named value or managed identity).',
    ],
    doNot: ['Do not rotate the subscription key: it was accepted.', DO_NOT.upgrade],
  }),
}
