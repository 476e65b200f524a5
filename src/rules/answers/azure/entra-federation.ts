import { answered, type SignInConclusion } from './entra-failure.ts'

/** The job may not ask GitHub for a token of its own. */
export const idTokenPermission: SignInConclusion = {
  id: 'azure/id-token-permission',
  conclude: ({ code, last }) =>
    code === 'azure.id_token_permission_missing' ||
    (last?.asked === 'job' && (last.status === 401 || last.status === 403))
      ? {
          code: 'azure.id_token_permission_missing',
          summary:
            'The job signs in to Entra ID with AZURE_CLIENT_ID and AZURE_TENANT_ID, and GitHub gives it no OIDC token: the permission id-token: write is missing.',
          doNext: [
            'Add `permissions: id-token: write` (with contents: read) to this job.',
            'Or set AZURE_CLIENT_SECRET, if the application signs in with a secret.',
          ],
          doNot: ['Do not change the federated credential: no token was shown to it.'],
        }
      : undefined,
}

export const jobTokenRefused: SignInConclusion = {
  id: 'azure/job-token-refused',
  conclude: (failure) =>
    failure.last?.asked === 'job' && failure.last.status !== undefined
      ? {
          owner: failure.last.status >= 500 ? 'route-provider' : 'auth',
          code: 'azure.job_token_refused',
          retryable: failure.last.status >= 500,
          summary: `${answered(failure)}: GitHub gave the job no OIDC token to show to Entra ID.`,
          doNext:
            failure.last.status >= 500
              ? ['Start the job again, and look at githubstatus.com.']
              : ['Check that the job has `permissions: id-token: write` and is still running.'],
        }
      : undefined,
}

/** 70021 no such record, 700211 issuer, 700212 audience, 700213 subject. */
const NO_MATCH = [70021, 700211, 700212, 700213] as const

/** The token of the workload is genuine, and no federated credential expects it. */
export const federatedMismatch: SignInConclusion = {
  id: 'azure/entra-federated-credential',
  conclude: (failure) => {
    if (!failure.says(...NO_MATCH)) return undefined
    const { subject = '' } = failure.facts
    const shown = subject === '' ? '' : ` with the subject ${subject}`
    const what = failure.says(700211) ? 'issuer' : failure.says(700212) ? 'audience' : 'subject'
    return {
      code: 'azure.federated_credential_mismatch',
      summary: `${answered(failure)}: the application has no federated credential for this token${shown}; the ${what} does not match.`,
      doNext: [
        subject === ''
          ? 'Add a federated credential to the application whose issuer, subject and audience are those of the token.'
          : `Add a federated credential with the subject ${subject} to the application in AZURE_CLIENT_ID.`,
        'Compare case, branch, tag, environment and pull_request: the subject must match to the letter.',
      ],
      doNot: ['Do not make a client secret instead: the sign-in itself is set up.'],
    }
  },
}

/** The token of the workload is too old, or the clock of this machine is wrong. */
export const assertionExpired: SignInConclusion = {
  id: 'azure/entra-assertion-expired',
  conclude: (failure) =>
    failure.says(700024)
      ? {
          code: 'azure.workload_token_expired',
          summary: `${answered(failure)}: the token that this workload shows is not valid at this time.`,
          doNext: [
            failure.facts.method === 'workload-identity'
              ? 'Let the platform renew the file in AZURE_FEDERATED_TOKEN_FILE, and check the clock of this machine.'
              : 'Check the clock of this machine.',
          ],
        }
      : undefined,
}

export const tokenFileUnreadable: SignInConclusion = {
  id: 'azure/token-file-unreadable',
  conclude: ({ code }) =>
    code === 'azure.token_file_unreadable'
      ? {
          code,
          summary:
            'The file in AZURE_FEDERATED_TOKEN_FILE cannot be read, so there is no token to show to Entra ID.',
          doNext: [
            'Label the pod with azure.workload.identity/use: "true", so that the token is mounted where the variable points.',
          ],
        }
      : undefined,
}
