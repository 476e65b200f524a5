import type { SignInConclusion } from '../../conclusion.ts'
import { answered, nameOf, type SignInFailure } from './entra-failure.ts'

function ofMachine({ facts }: SignInFailure): boolean {
  return facts.method === 'managed-identity'
}

export const OTHERWISE =
  'Or sign in with federated credentials of the job: `permissions: id-token: write`, AZURE_CLIENT_ID and AZURE_TENANT_ID; or with a key in AZURE_OPENAI_API_KEY.'

/** It took the connection and was slower than our clock: nothing is known of the identity. */
export const machineSlow: SignInConclusion = {
  id: 'azure/imds-slow',
  says: (failure) => {
    const { last, code } = failure
    const slow = last?.code?.startsWith('http.') === true || code === 'azure.token_timed_out'
    if (!ofMachine(failure) || !slow || last?.status !== undefined) return undefined
    return {
      owner: 'route-provider',
      code: 'azure.identity_service_slow',
      retryable: true,
      summary: `${nameOf(last)} at ${last?.host ?? failure.facts.authority} took the request and gave no answer in time (${code}): whether there is a managed identity is not known.`,
      doNext: ['Re-run the job, or set timeout to 30s.', OTHERWISE],
    }
  },
}

/** No answer at the link-local address: no Azure machine, or a rule of the pod against it. */
export const machineUnreachable: SignInConclusion = {
  id: 'azure/imds-unreachable',
  when: (failure) => ofMachine(failure) && failure.last?.status === undefined,
  says: ({ last, code }) =>
    last && {
      code:
        last.asked === 'imds' ? 'azure.imds_unreachable' : 'azure.identity_endpoint_unreachable',
      summary: `${nameOf(last)} at ${last.host} cannot be reached (${code}): this runner is not a machine with a managed identity, or a rule keeps it from the service.`,
      doNext: [
        'Run the job on an Azure machine with a managed identity, and allow its pods to reach 169.254.169.254.',
        OTHERWISE,
      ],
      doNot: ['Do not look for it behind a proxy: the service is on this machine.'],
    },
}

/**
 * 404, 410, 429 and 5xx: the metadata service is updating or throttles, and says that time heals it
 * (learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token).
 */
function isBusy({ last }: SignInFailure): boolean {
  const status = last?.status ?? 0
  return status === 429 || status >= 500 || (last?.asked === 'imds' && [404, 410].includes(status))
}

function busyWith(status: number): string {
  if (status === 429) return 'it limits its callers'
  return status >= 500 ? 'the service itself failed' : 'the service is updating'
}

export const machineBusy: SignInConclusion = {
  id: 'azure/imds-busy',
  when: (failure) => ofMachine(failure) && isBusy(failure),
  says: (failure) => ({
    owner: 'route-provider',
    code: 'azure.identity_service_busy',
    retryable: true,
    summary: `${answered(failure)}: ${busyWith(failure.last?.status ?? 0)}; whether there is a managed identity is not known.`,
    doNext: ['Re-run the job after a minute, or set attempts to 3.', OTHERWISE],
  }),
}

/** The service answers, and has no such identity. */
export const identityNotFound: SignInConclusion = {
  id: 'azure/managed-identity-not-found',
  says: (failure) => {
    const status = failure.last?.status ?? 0
    if (!ofMachine(failure) || status < 400 || status >= 500) return undefined
    if (isBusy(failure)) return undefined
    if (status === 401 || status === 403) {
      return {
        code: 'azure.sign_in_refused',
        summary: `${answered(failure)}: it refuses this caller; whether there is a managed identity is not known.`,
        doNext: [
          'Look for a policy that keeps this process or pod from the identity of the machine, and for a proxy before it: the service refuses requests with X-Forwarded-For.',
          OTHERWISE,
        ],
      }
    }
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
