import type { SignInConclusion } from '../../conclusion.ts'
import { answered } from './entra-failure.ts'

/** AADSTS numbers: learn.microsoft.com/entra/identity-platform/reference-error-codes. */
const NO_SUCH_TENANT = [90002, 900023, 50059, 900382] as const
const NO_SUCH_APPLICATION = [700016, 7000229, 7000112] as const

export const tenantNotFound: SignInConclusion = {
  id: 'azure/entra-tenant-not-found',
  when: (failure) => failure.says(...NO_SUCH_TENANT),
  says: (failure) => ({
    code: 'azure.tenant_not_found',
    summary: `${answered(failure)}: the tenant in AZURE_TENANT_ID does not exist in this cloud.`,
    doNext: [
      'Set AZURE_TENANT_ID to the directory id of the tenant that the Azure OpenAI resource belongs to.',
      `Set AZURE_AUTHORITY_HOST when that tenant is in another cloud than ${failure.facts.authority}.`,
    ],
  }),
}

/** The application is unknown there: usually the right application and the wrong tenant. */
export const applicationNotFound: SignInConclusion = {
  id: 'azure/entra-application-not-found',
  when: (failure) => failure.says(...NO_SUCH_APPLICATION),
  says: (failure) => ({
    code: 'azure.application_not_found',
    summary: `${answered(failure)}: the tenant in AZURE_TENANT_ID has no enabled application with the id in AZURE_CLIENT_ID.`,
    doNext: [
      'Set AZURE_CLIENT_ID to the application (client) id, not the object id, and AZURE_TENANT_ID to the tenant in which it is registered.',
      'Or have an administrator of that tenant create or enable the service principal.',
    ],
    doNot: ['Do not create a new secret: the application was not found.'],
  }),
}

/** The audience is unknown to the tenant: it has no Azure OpenAI, so it is another tenant than the resource's. */
export const tenantMismatch: SignInConclusion = {
  id: 'azure/entra-tenant-mismatch',
  when: (failure) => failure.says(500011),
  says: (failure) => ({
    code: 'azure.tenant_mismatch',
    summary: `${answered(failure)}: the tenant in AZURE_TENANT_ID knows no ${failure.facts.scope.replace('/.default', '')}, so it is another one than the tenant of the resource.`,
    doNext: ['Set AZURE_TENANT_ID to the tenant of the Azure OpenAI resource.'],
  }),
}

export const secretExpired: SignInConclusion = {
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
}

export const secretInvalid: SignInConclusion = {
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
}

export const certificateRefused: SignInConclusion = {
  id: 'azure/entra-certificate-refused',
  when: (failure) => failure.says(700027, 700030) && failure.facts.method === 'client-certificate',
  says: (failure) => ({
    code: 'azure.client_certificate_refused',
    summary: `${answered(failure)}: the certificate in AZURE_CLIENT_CERTIFICATE_PATH is not registered for this application.`,
    doNext: ['Upload the public part of the certificate to the application in Entra ID.'],
  }),
}

/** Conditional access for workload identities looks at the address among other things. */
export const conditionalAccess: SignInConclusion = {
  id: 'azure/entra-conditional-access',
  when: (failure) => failure.says(53003),
  says: (failure) => ({
    code: 'azure.conditional_access',
    summary: `${answered(failure)}: a conditional access policy of the tenant refuses this sign-in.`,
    doNext: [
      'Have the policy allow the egress address of this runner, or exclude this workload identity from it.',
    ],
    doNot: ['Do not create a new secret or identity: the policy is meant.'],
  }),
}
