import type { SignInConclusion } from '../conclusion.ts'
import { answered, nameOf, type SignInFailure } from './sign-in-failure.ts'
import { entryOf } from '../../model/index.ts'

/** The session of `az` gave no token. Its words are prose, and say more than a verdict may. */
const ENDINGS: Readonly<
  Record<string, { readonly says: string; readonly fix: string; readonly retry?: true }>
> = {
  'azure.cli_missing': {
    says: 'no az may be run: there is none on the PATH outside the checkout, or this is Windows, where it is a batch file',
    fix: 'Install the Azure CLI on this runner and run azure/login before this step.',
  },
  'azure.cli_not_signed_in': {
    says: 'az has no session here, or it has ended, and asks for az login',
    fix: 'Run azure/login before this step, in the same job, or `az login` on this machine.',
  },
  'azure.token_timed_out': {
    says: 'az returned no token in time',
    fix: 'Re-run the job, or set timeout to 30s.',
    retry: true,
  },
  'azure.cli_failed': {
    says: 'az ended without a token',
    fix: 'Run `az account get-access-token` with the scope of the resource in a step before this one, and read what it prints to stderr.',
  },
}

const OTHERWISE =
  'Or sign in with federated credentials of the job: `permissions: id-token: write`, AZURE_CLIENT_ID and AZURE_TENANT_ID; or with a key in AZURE_OPENAI_API_KEY.'

const NOT_JUDGED = 'Do not create a new secret or identity: Entra ID has not judged this one.'

/** Why there is no Entra ID token, most specific first. AADSTS numbers: learn.microsoft.com/entra/identity-platform/reference-error-codes. */
export const SIGN_IN: readonly SignInConclusion[] = [
  /** The job may not ask GitHub for a token of its own. */
  {
    id: 'azure/id-token-permission',
    when: ({ code }) => code === 'azure.id_token_permission_missing',
    says: ({ code }) => ({
      code,
      summary:
        'The job signs in to Entra ID with AZURE_CLIENT_ID and AZURE_TENANT_ID, and GitHub gives it no OIDC token: the permission id-token: write is missing.',
      doNext: [
        'Add `permissions: id-token: write` (with contents: read) to this job.',
        'Or set AZURE_CLIENT_SECRET, if the application signs in with a secret.',
      ],
      doNot: 'Do not change the federated credential: no token was shown to it.',
    }),
  },
  {
    id: 'azure/token-file-unreadable',
    when: ({ code }) => code === 'azure.token_file_unreadable',
    says: ({ code, facts }) => ({
      code,
      summary: `The file in AZURE_FEDERATED_TOKEN_FILE${at(facts.file)} cannot be read, so there is no token to show to Entra ID.`,
      doNext:
        'Label the pod with azure.workload.identity/use: "true", so that the token is mounted where the variable points.',
    }),
  },
  {
    id: 'azure/certificate-unreadable',
    when: ({ code }) => code === 'azure.certificate_unreadable',
    says: ({ code, facts }) => ({
      code,
      summary: `The file in AZURE_CLIENT_CERTIFICATE_PATH${at(facts.file)} cannot be read, so there is no certificate to sign in with.`,
      doNext:
        'Write the PEM file with certificate and private key to that path before this step, readable for its user.',
    }),
  },
  {
    id: 'azure/cli',
    says: ({ facts, code }) => {
      const ending = entryOf(ENDINGS, code)
      if (facts.method !== 'azure-cli' || ending === undefined) return undefined
      return {
        code,
        retryable: ending.retry ?? false,
        summary: `The Azure CLI gave no Entra ID token: ${ending.says}.`,
        doNext: [ending.fix, OTHERWISE],
      }
    },
  },
  /** The library refuses what the environment says, before any packet. */
  {
    id: 'azure/sign-in-not-sendable',
    when: (failure) => failure.code === 'azure.token_not_sendable',
    says: (failure) => ({
      code: failure.code,
      summary: `No request for a token was sent: the Azure identity library does not accept what the environment says for ${failure.facts.method}.`,
      doNext:
        'Compare AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_AUTHORITY_HOST (https) with the registration of the application.',
    }),
  },
  /** It took the connection and was slower than our clock: nothing is known of the identity. */
  {
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
  },
  {
    id: 'azure/imds-busy',
    when: (failure) => ofMachine(failure) && isBusy(failure),
    says: (failure) => ({
      owner: 'route-provider',
      code: 'azure.identity_service_busy',
      retryable: true,
      summary: `${answered(failure)}: ${busyWith(failure.last?.status ?? 0)}; whether there is a managed identity is not known.`,
      doNext: ['Re-run the job after a minute, or set attempts to 3.', OTHERWISE],
    }),
  },
  /** No answer at the link-local address: no Azure machine, or a rule of the pod against it. */
  {
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
        doNot: 'Do not look for it behind a proxy: the service is on this machine.',
      },
  },
  {
    id: 'azure/sign-in-intercepted',
    when: ({ code, last }) =>
      code === 'http.redirected' || last?.shape === 'html' || isOfTheWay(last?.status ?? 0),
    says: ({ last, facts }) =>
      last && {
        owner: 'connection-path',
        code: 'azure.sign_in_intercepted',
        summary: `Something on the path answered in place of ${nameOf(last)} (${facts.authority})${last.status === undefined ? '' : ` with ${String(last.status)}`}${last.shape === 'html' ? ' and a page' : ''}.`,
        doNext: `Allow ${facts.authority} at the proxy or filter of this runner.`,
        doNot: NOT_JUDGED,
      },
  },
  /** The authority is a host of its own: an allow-list with only the resource on it is not enough. */
  {
    id: 'azure/sign-in-unreachable',
    says: ({ code, last, facts }) => {
      const silent =
        last === undefined ? code === 'azure.token_timed_out' : last.status === undefined
      if (!silent) return undefined
      const host = last?.host ?? facts.authority
      return {
        owner: 'connection-path',
        code: 'azure.sign_in_unreachable',
        retryable: /timed_out|reset|closed/.test(code),
        summary: `${nameOf(last)} at ${host} gave no answer (${code}${last?.errno === undefined ? '' : `, ${last.errno}`}), so there is no token; the Azure resource was asked without one.`,
        doNext: `Allow TCP 443 from this runner to ${host}: the sign-in needs it besides the resource.`,
        doNot: NOT_JUDGED,
      }
    },
  },
  /** The endpoint is there only with the permission, so a refusal has another reason. */
  {
    id: 'azure/job-token-refused',
    says: (failure) => {
      const status = failure.last?.asked === 'job' ? failure.last.status : undefined
      if (status === undefined) return undefined
      const again = status >= 500 || status === 429
      return {
        owner: again ? 'route-provider' : 'auth',
        code: 'azure.job_token_refused',
        retryable: again,
        summary: `${answered(failure)}: the job may ask for an OIDC token, and GitHub gave it none to show to Entra ID.`,
        doNext: again
          ? ['Re-run the job, and check githubstatus.com.']
          : [
              'Run this step in the job itself and while it runs: its token for the endpoint ends with the job, and a copy of the variables of another job is refused.',
              'Compare the OIDC settings of the repository and the organization in GitHub, if they are customised.',
            ],
        doNot: 'Do not change the federated credential: no token was shown to it.',
      }
    },
  },
  {
    id: 'azure/entra-tenant-not-found',
    when: (failure) => failure.says(90002, 900023, 50059, 900382),
    says: (failure) => ({
      code: 'azure.tenant_not_found',
      summary: `${answered(failure)}: the tenant in AZURE_TENANT_ID does not exist in this cloud.`,
      doNext: [
        'Set AZURE_TENANT_ID to the directory id of the tenant that the Azure OpenAI resource belongs to.',
        `Set AZURE_AUTHORITY_HOST when that tenant is in another cloud than ${failure.facts.authority}.`,
      ],
    }),
  },
  /** The application is unknown there: usually the right application and the wrong tenant. */
  {
    id: 'azure/entra-application-not-found',
    when: (failure) => failure.says(700016, 7000229, 7000112),
    says: (failure) => ({
      code: 'azure.application_not_found',
      summary: `${answered(failure)}: the tenant in AZURE_TENANT_ID has no enabled application with the id in AZURE_CLIENT_ID.`,
      doNext: [
        'Set AZURE_CLIENT_ID to the application (client) id, not the object id, and AZURE_TENANT_ID to the tenant in which it is registered.',
        'Or have an administrator of that tenant create or enable the service principal.',
      ],
      doNot: 'Do not create a new secret: the application was not found.',
    }),
  },
  /** The audience is unknown to the tenant: it has no Azure OpenAI, so it is another tenant than the resource's. */
  {
    id: 'azure/entra-tenant-mismatch',
    when: (failure) => failure.says(500011),
    says: (failure) => ({
      code: 'azure.tenant_mismatch',
      summary: `${answered(failure)}: the tenant in AZURE_TENANT_ID knows no ${failure.facts.scope.replace('/.default', '')}, so it is another one than the tenant of the resource.`,
      doNext: 'Set AZURE_TENANT_ID to the tenant of the Azure OpenAI resource.',
    }),
  },
  {
    id: 'azure/entra-secret-expired',
    when: (failure) => failure.says(7000222),
    says: (failure) => ({
      code: 'azure.client_secret_expired',
      summary: `${answered(failure)}: the client secret in AZURE_CLIENT_SECRET has expired.`,
      doNext: [
        'Create a new client secret for the application, and store its value as AZURE_CLIENT_SECRET.',
        'Or use federated credentials of the job (id-token: write), which do not expire.',
      ],
    }),
  },
  {
    id: 'azure/entra-secret-invalid',
    when: (failure) => failure.says(7000215, 7000218) && failure.facts.method === 'client-secret',
    says: (failure) => ({
      code: 'azure.client_secret_invalid',
      summary: `${answered(failure)}: the value in AZURE_CLIENT_SECRET is not a secret of this application.`,
      doNext: [
        'Store the value of the client secret, not its id, as AZURE_CLIENT_SECRET.',
        'Check that AZURE_CLIENT_ID names the application for which the secret was created.',
      ],
    }),
  },
  {
    id: 'azure/entra-certificate-refused',
    when: (failure) =>
      failure.says(700027, 700030) && failure.facts.method === 'client-certificate',
    says: (failure) => ({
      code: 'azure.client_certificate_refused',
      summary: `${answered(failure)}: the certificate in AZURE_CLIENT_CERTIFICATE_PATH is not registered for this application.`,
      doNext: 'Upload the public part of the certificate to the application in Entra ID.',
    }),
  },
  {
    id: 'azure/entra-federated-credential',
    // No such record, issuer, audience, subject.
    when: (failure) => failure.says(70021, 700211, 700212, 700213),
    says: (failure) => {
      const { facts } = failure
      const claim = (name: string, value: string | undefined): string =>
        value === undefined ? `the ${name} of the token` : `the ${name} ${value}`
      const issuer = claim('issuer', facts.issuer)
      const audience = claim('audience', facts.assertionAudience)
      const subject = claim('subject', facts.subject)
      const add = (what: string): string =>
        `Add a federated credential with ${what} to the application in AZURE_CLIENT_ID`
      const said = failure.says(700211)
        ? {
            what: `none has ${issuer}`,
            orders: [
              `${add(issuer)}, as it is written here.`,
              `For GitHub Actions the issuer is https://token.actions.githubusercontent.com; GitHub Enterprise and enterprise-specific issuers have one of their own.`,
            ],
          }
        : failure.says(700212)
          ? {
              what: `none has ${audience}`,
              orders: [
                `${add(audience)}, or have the token made for api://AzureADTokenExchange, the audience of the preset.`,
              ],
            }
          : failure.says(700213)
            ? {
                what: `none has ${subject}`,
                orders: [
                  `${add(subject)}.`,
                  'Compare case, branch, tag, environment and pull_request: the subject must match to the letter.',
                ],
              }
            : {
                what: `none has ${issuer}, ${subject} and ${audience} together; the answer does not say which of the three differs`,
                orders: [`${add(`${issuer}, ${subject} and ${audience}`)}, each to the letter.`],
              }
      return {
        code: 'azure.federated_credential_mismatch',
        summary: `${answered(failure)}: of the federated credentials of the application ${said.what}.`,
        doNext: said.orders,
        doNot: 'Do not make a client secret instead: the sign-in itself is set up.',
      }
    },
  },
  {
    id: 'azure/entra-assertion-expired',
    when: (failure) => failure.says(700024),
    says: (failure) => ({
      code: 'azure.workload_token_expired',
      summary: `${answered(failure)}: the token that this workload shows is not valid at this time.`,
      doNext:
        failure.facts.method === 'workload-identity'
          ? 'Let the platform renew the file in AZURE_FEDERATED_TOKEN_FILE, and check the clock of this machine.'
          : 'Check the clock of this machine.',
    }),
  },
  /** Conditional access for workload identities looks at the address among other things. */
  {
    id: 'azure/entra-conditional-access',
    when: (failure) => failure.says(53003),
    says: (failure) => ({
      code: 'azure.conditional_access',
      summary: `${answered(failure)}: a conditional access policy of the tenant refuses this sign-in.`,
      doNext:
        'Have the policy allow the egress address of this runner, or exclude this workload identity from it.',
      doNot: 'Do not create a new secret or identity: the policy is meant.',
    }),
  },
  {
    id: 'azure/sign-in-server-error',
    says: (failure) => {
      const status = failure.last?.status ?? 0
      const busy = status === 429 || status >= 500 || failure.says(90033, 90006, 90012)
      if (!busy) return undefined
      return {
        owner: 'route-provider',
        code: 'azure.sign_in_server_error',
        retryable: true,
        summary: `${answered(failure)}: the sign-in itself failed there.`,
        doNext: 'Re-run the job, or set attempts to 3; check the health of Entra ID.',
        doNot: NOT_JUDGED,
      }
    },
  },
  {
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
  },
  {
    id: 'azure/sign-in-refused',
    says: (failure) => ({
      code: 'azure.sign_in_refused',
      summary: `${answered(failure)}: the sign-in with ${failure.facts.method} was refused.`,
      doNext: `Look up ${failure.last?.errorCodes[0] ?? 'the answer'} in the error codes of Entra ID, and in the sign-in log of the application.`,
    }),
  },
]

function at(file: string | undefined): string {
  return file === undefined ? '' : ` (${file})`
}

function ofMachine({ facts }: SignInFailure): boolean {
  return facts.method === 'managed-identity'
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

/** A redirect to elsewhere, or a status that only a proxy or a portal sends. */
function isOfTheWay(status: number): boolean {
  return (status >= 300 && status <= 399) || status === 407 || status === 511
}
