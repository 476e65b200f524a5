import type { SignInConclusion } from '../../conclusion.ts'
import { answered } from './entra-failure.ts'

/** The job may not ask GitHub for a token of its own. */
export const idTokenPermission: SignInConclusion = {
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
    doNot: ['Do not change the federated credential: no token was shown to it.'],
  }),
}

/** The endpoint is there only with the permission, so a refusal has another reason. */
export const jobTokenRefused: SignInConclusion = {
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
      doNot: ['Do not change the federated credential: no token was shown to it.'],
    }
  },
}

/** 70021 no such record, 700211 issuer, 700212 audience, 700213 subject. */
const NO_MATCH = [70021, 700211, 700212, 700213] as const
const GITHUB = 'https://token.actions.githubusercontent.com'

/** The token of the workload is genuine, and no federated credential expects it. */
export const federatedMismatch: SignInConclusion = {
  id: 'azure/entra-federated-credential',
  when: (failure) => failure.says(...NO_MATCH),
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
            `For GitHub Actions the issuer is ${GITHUB}; GitHub Enterprise and enterprise-specific issuers have one of their own.`,
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
      doNot: ['Do not make a client secret instead: the sign-in itself is set up.'],
    }
  },
}

/** The token of the workload is too old, or the clock of this machine is wrong. */
export const assertionExpired: SignInConclusion = {
  id: 'azure/entra-assertion-expired',
  when: (failure) => failure.says(700024),
  says: (failure) => ({
    code: 'azure.workload_token_expired',
    summary: `${answered(failure)}: the token that this workload shows is not valid at this time.`,
    doNext: [
      failure.facts.method === 'workload-identity'
        ? 'Let the platform renew the file in AZURE_FEDERATED_TOKEN_FILE, and check the clock of this machine.'
        : 'Check the clock of this machine.',
    ],
  }),
}

export const tokenFileUnreadable: SignInConclusion = {
  id: 'azure/token-file-unreadable',
  when: ({ code }) => code === 'azure.token_file_unreadable',
  says: ({ code, facts }) => ({
    code,
    summary: `The file in AZURE_FEDERATED_TOKEN_FILE${at(facts.file)} cannot be read, so there is no token to show to Entra ID.`,
    doNext: [
      'Label the pod with azure.workload.identity/use: "true", so that the token is mounted where the variable points.',
    ],
  }),
}

export const certificateUnreadable: SignInConclusion = {
  id: 'azure/certificate-unreadable',
  when: ({ code }) => code === 'azure.certificate_unreadable',
  says: ({ code, facts }) => ({
    code,
    summary: `The file in AZURE_CLIENT_CERTIFICATE_PATH${at(facts.file)} cannot be read, so there is no certificate to sign in with.`,
    doNext: [
      'Write the PEM file with certificate and private key to that path before this step, readable for its user.',
    ],
  }),
}

function at(file: string | undefined): string {
  return file === undefined ? '' : ` (${file})`
}
