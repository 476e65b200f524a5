import type { AnswerConclusion } from '../../conclusion.ts'
import { hasCode, hasMark, isFromOpenai } from '../reply.ts'
import { answered, codeOf, DO_NOT, requestId } from '../words.ts'

/** Organization or project header and key do not belong together. */
export const wrongOrganization: AnswerConclusion = {
  id: 'auth/organization',
  conclude: (reply) =>
    isFromOpenai(reply) &&
    (hasCode(
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
        hasMark(reply, 'openai.no_organization', 'openai.wrong_organization')))
      ? {
          owner: 'auth',
          rung: 'auth',
          code: codeOf('api', reply, 'mismatched_organization'),
          summary: `${answered(reply)}: the key does not belong to the organization or project that the request names${requestId(reply)}`,
          doNext: [
            'Remove OPENAI_ORG_ID and OPENAI_PROJECT_ID: a project key carries both.',
            'Or set them to the organization and project in which the key was made.',
          ],
          doNot: [
            'Do not rotate the API key before the two settings fit it.',
            DO_NOT.upgrade,
            DO_NOT.blameNetwork,
          ],
        }
      : undefined,
}

/** The organization has not been verified; OpenAI says so in a 400 or 404. */
export const organizationUnverified: AnswerConclusion = {
  id: 'auth/organization-unverified',
  conclude: (reply) =>
    isFromOpenai(reply) && hasMark(reply, 'openai.must_be_verified')
      ? {
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
        }
      : undefined,
}
