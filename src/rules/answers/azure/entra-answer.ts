import { cloudOf } from '../../../knowledge/hosts.ts'
import { factsOf, observation } from '../../../model/reading.ts'
import type { AnswerConclusion } from '../conclusion.ts'
import { isFromAzure } from '../reply.ts'
import { answered, DO_NOT, requestId } from '../words.ts'

/** Entra ID gave a token, and the resource does not take it. */
export const tokenNotAccepted: AnswerConclusion = {
  id: 'azure/token-not-accepted',
  conclude: (reply) => {
    const { evidence, status, who, host } = reply
    if (!isFromAzure(reply) || who.relayed || status !== 401) return undefined
    if (evidence.route.azureAuth !== 'entra' || !reply.facts.authenticated) return undefined
    const token = observation(evidence, 'token')
    const { authority = '', scope = '' } = factsOf<'token'>(token) ?? {}
    const cloud = cloudOf(host)
    const elsewhere =
      authority.startsWith('login.') && cloud !== undefined && cloud.authority !== authority
    return {
      owner: 'auth',
      rung: 'auth',
      code: elsewhere ? 'azure.wrong_cloud' : 'azure.token_not_accepted',
      summary: `${answered(reply, '')}: the resource does not accept the Entra ID token ${elsewhere ? `of ${authority}, which is the authority of another cloud` : `for ${scope.replace('/.default', '')}`}${requestId(reply)}`,
      doNext: elsewhere
        ? [`Set AZURE_AUTHORITY_HOST to https://${cloud.authority}.`]
        : [
            'Set AZURE_TENANT_ID to the tenant of the resource.',
            'Assign the role "Cognitive Services OpenAI User" on the resource to the identity of the job.',
          ],
      doNot: ['Do not make a new secret: Entra ID accepted it.', DO_NOT.upgrade],
      cites: [token],
    }
  },
}
