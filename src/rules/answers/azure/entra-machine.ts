import { answered, nameOf, type SignInConclusion, type SignInFailure } from './entra-failure.ts'

function ofMachine({ facts }: SignInFailure): boolean {
  return facts.method === 'managed-identity'
}

const OTHERWISE =
  'Or sign in with federated credentials of the job: `permissions: id-token: write`, AZURE_CLIENT_ID and AZURE_TENANT_ID.'

/** No answer at the link-local address: no Azure machine, or a rule of the pod against it. */
export const machineUnreachable: SignInConclusion = {
  id: 'azure/imds-unreachable',
  conclude: (failure) =>
    ofMachine(failure) && failure.last?.status === undefined && failure.last !== undefined
      ? {
          code:
            failure.last.asked === 'imds'
              ? 'azure.imds_unreachable'
              : 'azure.identity_endpoint_unreachable',
          summary: `${nameOf(failure.last)} at ${failure.last.host} gives no answer (${failure.code}): this runner has no managed identity to sign in with.`,
          doNext: [
            'Run the job on an Azure machine with a managed identity, and allow its pods to reach 169.254.169.254.',
            OTHERWISE,
          ],
          doNot: ['Do not look for it behind a proxy: the service is on this machine.'],
        }
      : undefined,
}

/** The service answers, and has no such identity. */
export const identityNotFound: SignInConclusion = {
  id: 'azure/managed-identity-not-found',
  conclude: (failure) => {
    const status = failure.last?.status ?? 0
    if (!ofMachine(failure) || status < 400 || status >= 500) return undefined
    if (status === 429) return undefined
    return {
      code: 'azure.managed_identity_not_found',
      summary: `${answered(failure)}: the machine has no ${failure.facts.hasClient ? 'managed identity with the id in AZURE_CLIENT_ID' : 'managed identity, or several and AZURE_CLIENT_ID names none'}.`,
      doNext: [
        failure.facts.hasClient
          ? 'Assign the user-assigned identity in AZURE_CLIENT_ID to this machine, or correct the id.'
          : 'Assign a managed identity to this machine; with several set AZURE_CLIENT_ID to the one that is meant.',
        OTHERWISE,
      ],
    }
  },
}
