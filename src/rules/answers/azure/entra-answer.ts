import { cloudOf, tokenScopeOf } from '../../../knowledge/hosts.ts'
import { factsOf, observation } from '../../../model/reading.ts'
import { type Reply } from '../reply.ts'
import { answered, DO_NOT, requestId } from '../words.ts'
import type { AnswerConclusion, WholeConclusion } from '../../conclusion.ts'

/** The order to ask for the scope with this audience. */
export function scopeOrder(audience: string): string {
  return `Set azure-scope, and the scope in the application, to ${audience.replace(/\/\.default$|\/$/, '')}/.default.`
}

/** Entra ID gave a token, and the resource does not take it. */
export const tokenNotAccepted: AnswerConclusion = {
  id: 'azure/token-not-accepted',
  says: (reply) => {
    const { evidence, status, who, host } = reply
    if (who.relayed || status !== 401) return undefined
    if (evidence.route.azureAuth !== 'entra' || !reply.facts.authenticated) return undefined
    const token = observation(evidence, 'token')
    const { authority = '', scope = '', audience, validMs } = factsOf<'token'>(token) ?? {}
    const about = claimAgainst(reply, audience, validMs)
    if (about !== undefined) {
      return {
        owner: 'auth',
        rung: 'auth',
        ...about,
        summary: `${answered(reply, '')}: the Entra ID token ${about.summary}${requestId(reply)}`,
        doNot: ['Do not create a new secret: Entra ID accepted it.', DO_NOT.upgrade],
        cites: [token],
      }
    }
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
      doNot: ['Do not create a new secret: Entra ID accepted it.', DO_NOT.upgrade],
      cites: [token],
    }
  },
}

/** What the token says of itself that the resource cannot accept; its `aud` may also be the id of an application. */
function claimAgainst(
  { error, evidence, host }: Reply,
  audience: string | undefined,
  validMs: number | undefined,
): Pick<WholeConclusion, 'code' | 'summary' | 'doNext'> | undefined {
  if (validMs !== undefined && validMs <= 0) {
    return {
      code: 'azure.token_expired',
      summary:
        'had expired when it was taken (exp), so the clock of this machine is the first to look at',
      doNext: ['Set the clock of this machine, or take a fresh token for each run.'],
    }
  }
  // The sentence of the answer is the same for every path, so both may be right; of a host that is
  // none of Microsoft's only the answer speaks.
  const documented = cloudOf(host) === undefined ? '' : tokenScopeOf(evidence.route.baseUrl)
  const taken = [documented, error.audience ?? ''].flatMap((one) => originOf(one) ?? [])
  const [wanted] = taken
  const given = originOf(audience ?? '')
  if (given === undefined || wanted === undefined || taken.includes(given)) return undefined
  return {
    code: 'azure.token_audience',
    summary: `is for the audience ${given} (aud), and this endpoint takes ${wanted}`,
    doNext: [scopeOrder(wanted)],
  }
}

/** `undefined` for an id. */
function originOf(text: string): string | undefined {
  return URL.parse(text)?.origin
}
