import type { AnswerConclusion } from '../../conclusion.ts'
import { DO_NOT } from '../words.ts'

/** API Management passes on a 401 or 403 of the API behind it: about its own credentials there. */
export const azureUpstreamKey: AnswerConclusion = {
  id: 'azure/upstream-key',
  conclude: ({ who, status, host }) =>
    who.responder === 'azure-apim' && who.relayed && (status === 401 || status === 403)
      ? {
          owner: 'route-provider',
          rung: 'auth',
          code: 'azure.upstream_key_rejected',
          summary: `API Management at ${host} passed on a ${String(status)} of the API behind it (${who.evidence.join(', ')}): its own credentials there are refused`,
          doNext: [
            'Let the operator of API Management renew the backend credentials (named value or managed identity).',
          ],
          doNot: ['Do not rotate the subscription key: it was accepted.', DO_NOT.upgrade],
        }
      : undefined,
}
