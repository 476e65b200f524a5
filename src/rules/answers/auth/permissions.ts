import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, isFromOpenai, type Reply } from '../reply.ts'
import { answered, DO_NOT, requestId, requestLine } from '../words.ts'

/** A restricted key without the scope of this endpoint; seen as 401 and as 403. */
export const missingScopes: AnswerConclusion = {
  id: 'auth/missing-scopes',
  conclude: (reply) =>
    isFromOpenai(reply) &&
    (hasMark(reply, 'openai.missing_scopes') ||
      hasCode(reply, 'missing_scope', 'missing_scopes', 'insufficient_permissions'))
      ? {
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
        }
      : undefined,
}

/** The scope as the API names it, else by the request that needs it. */
function scopeOf(reply: Reply): string {
  const { scope } = reply.error
  return scope === undefined ? `the scope for ${requestLine(reply)}` : `the scope ${scope}`
}

/** 403 with `model_not_found`: the model exists, the project may not use it. */
export const modelAccess: AnswerConclusion = {
  id: 'auth/model-access',
  conclude: (reply) =>
    isFromOpenai(reply) &&
    reply.status === 403 &&
    (hasCode(reply, 'model_not_found') || hasMark(reply, 'openai.model_access'))
      ? {
          owner: 'auth',
          rung: 'auth',
          code: 'api.model_not_found',
          summary: `${answered(reply)}: the project of this key has no access to ${modelOf(reply.evidence.route.model)}${requestId(reply)}`,
          doNext: [
            `Allow ${modelOf(reply.evidence.route.model)} in the limits of the project at platform.openai.com.`,
            'Or use the key of a project that has it.',
          ],
          doNot: [DO_NOT.blameNetwork, DO_NOT.upgrade],
        }
      : undefined,
}

function modelOf(model: string | undefined): string {
  return model === undefined ? 'the model' : `the model ${model}`
}
