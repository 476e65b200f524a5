import { hasCode, hasMark, hasType, type Reply } from './reply.ts'
import { answered, codeOf, DO_NOT, egressOfRunner, requestId, requestLine } from './words.ts'
import type { AnswerConclusion } from '../conclusion.ts'

/** The API saw no credentials at all. */
export const missingCredentials: AnswerConclusion = {
  id: 'auth/missing-credentials',
  when: (reply) => reply.status === 401 && hasMark(reply, 'openai.missing_bearer'),
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: 'api.missing_credentials',
    summary: `${answered(reply, '')}: no credentials arrived with the request${reply.facts.authenticated && reply.evidence.source !== 'log' ? ', although a key was sent from here' : ''}${requestId(reply)}`,
    doNext: [
      'Pass the secret to the step as OPENAI_API_KEY.',
      'If the key is set, let the proxy on the path pass the Authorization header on.',
    ],
    doNot: [DO_NOT.upgrade, DO_NOT.blameNetwork, 'Do not rotate the API key: none arrived.'],
  }),
}

/** The key itself is refused. */
export const invalidKey: AnswerConclusion = {
  id: 'auth/invalid-key',
  when: (reply) =>
    hasCode(reply, 'invalid_api_key', 'expired_api_key', 'token_expired', 'token_invalidated') ||
    (reply.error.code === undefined && hasMark(reply, 'openai.incorrect_key')),
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: codeOf('api', reply, 'invalid_api_key'),
    summary: `${answered(reply)}: the key is wrong, revoked, or from another vendor; the network path is fine${requestId(reply)}`,
    doNext: [
      'Store a current key of this project in the secret, without quotes, spaces or line break.',
      reply.evidence.source === 'log'
        ? 'Compare the last four characters of the key that the application reads with those that the dashboard shows.'
        : 'Check in the dashboard that the key is active and belongs to this project.',
    ],
    doNot: [DO_NOT.upgrade, DO_NOT.blameNetwork, DO_NOT.retry],
  }),
}

/** The account was closed or suspended. */
const CLOSED =
  /(?:account|organization|project|user)_(?:deactivated|archived|suspended|disabled)|access_terminated/

export const accountClosed: AnswerConclusion = {
  id: 'auth/account-closed',
  when: (reply) => CLOSED.test(`${reply.error.code ?? ''} ${reply.error.type ?? ''}`),
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: codeOf('api', reply, 'account_deactivated'),
    summary: `${answered(reply)}: the account, organization or project of the key is closed${requestId(reply)}`,
    doNext: ['Have the account reopened by its owner, or use a key of an active project.'],
    doNot: ['Do not create a new key in the same account.', DO_NOT.blameNetwork],
  }),
}

/** A 401 or 403 of the API with a code that is not listed: still about the credentials. */
export const rejected: AnswerConclusion = {
  id: 'auth/rejected',
  says: (reply) => {
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

/** Organization or project header and key do not belong together. */
export const wrongOrganization: AnswerConclusion = {
  id: 'auth/organization',
  when: (reply) =>
    hasCode(
      reply,
      'mismatched_organization',
      'invalid_organization',
      'no_organization',
      'organization_not_found',
      'mismatched_project',
      'invalid_project',
      'no_project',
      'project_not_found',
    ) ||
    (reply.status === 401 &&
      reply.error.code === undefined &&
      hasMark(reply, 'openai.no_organization', 'openai.wrong_organization')),
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: codeOf('api', reply, 'mismatched_organization'),
    summary: `${answered(reply)}: the key does not belong to the organization or project that the request names${requestId(reply)}`,
    doNext: [
      'Remove OPENAI_ORG_ID and OPENAI_PROJECT_ID: a project key carries both.',
      'Or set them to the organization and project in which the key was created.',
    ],
    doNot: [
      'Do not rotate the API key before the two settings fit it.',
      DO_NOT.upgrade,
      DO_NOT.blameNetwork,
    ],
  }),
}

/** The organization has not been verified; OpenAI says so in a 400 or 404. */
export const organizationUnverified: AnswerConclusion = {
  id: 'auth/organization-unverified',
  when: (reply) => hasMark(reply, 'openai.must_be_verified'),
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: 'api.organization_not_verified',
    summary: `${answered(reply)}: the organization must be verified before it may use this model in this way${requestId(reply)}`,
    doNext: [
      'Verify the organization at platform.openai.com, settings, organization, general; it acts within 15 minutes.',
    ],
    doNot: [
      'Do not rotate the API key: a new one belongs to the same organization.',
      DO_NOT.upgrade,
    ],
  }),
}

/** A restricted key without the scope of this endpoint; seen as 401 and as 403. */
export const missingScopes: AnswerConclusion = {
  id: 'auth/missing-scopes',
  when: (reply) =>
    hasMark(reply, 'openai.missing_scopes') ||
    hasCode(reply, 'missing_scope', 'missing_scopes', 'insufficient_permissions'),
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: 'api.missing_scopes',
    summary: `${answered(reply)}: the key is valid and lacks a permission for ${requestLine(reply)}${requestId(reply)}`,
    doNext: [`Grant the key ${scopeOf(reply)}, and its owner the role Writer or Member.`],
    doNot: [
      'Do not replace the key with one of the same permissions.',
      DO_NOT.upgrade,
      DO_NOT.blameNetwork,
    ],
  }),
}

/** The scope as the API names it, else by the request that needs it. */
function scopeOf(reply: Reply): string {
  const { scope } = reply.error
  return scope === undefined ? `the scope for ${requestLine(reply)}` : `the scope ${scope}`
}

/** 403 with `model_not_found`: the model exists, the project may not use it. */
export const modelAccess: AnswerConclusion = {
  id: 'auth/model-access',
  when: (reply) =>
    reply.status === 403 &&
    (hasCode(reply, 'model_not_found') || hasMark(reply, 'openai.model_access')),
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: 'api.model_not_found',
    summary: `${answered(reply)}: the project of this key has no access to ${modelOf(reply.evidence.route.model)}${requestId(reply)}`,
    doNext: [
      `Allow ${modelOf(reply.evidence.route.model)} in the limits of the project at platform.openai.com.`,
      'Or use the key of a project that has it.',
    ],
    doNot: [DO_NOT.blameNetwork, DO_NOT.upgrade],
  }),
}

function modelOf(model: string | undefined): string {
  return model === undefined ? 'the model' : `the model ${model}`
}

/** The key is fine; the account's IP allow-list lacks the egress address. */
export const ipNotAuthorized: AnswerConclusion = {
  id: 'auth/ip-not-authorized',
  when: (reply) =>
    hasCode(reply, 'ip_not_authorized') || hasMark(reply, 'openai.ip_not_authorized'),
  says: (reply) => ({
    owner: 'auth',
    rung: 'auth',
    code: 'api.ip_not_authorized',
    summary: `${answered(reply)}: the IP allow-list of the account lacks ${egressOfRunner(reply)}${requestId(reply)}`,
    doNext: [
      `Add ${egressOfRunner(reply)} to the IP allow-list of the organization or project.`,
      'Give the runner a fixed egress address: hosted runners change theirs.',
    ],
    doNot: ['Do not rotate the API key: a new one meets the same list.', DO_NOT.upgrade],
  }),
}
