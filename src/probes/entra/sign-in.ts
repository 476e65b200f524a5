import { cloudOf, IMDS, PUBLIC_CLOUD } from '../../knowledge/hosts.ts'
import { Secret } from '../../model/index.ts'
import type { Route, TokenMethod } from '../../model/index.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** How this job signs in to Entra ID: what is known before any packet. */
export interface SignIn {
  readonly method: TokenMethod
  readonly tenantId?: string
  readonly clientId?: string
  readonly clientSecret?: Secret
  /** PEM file with certificate and key. */
  readonly certificatePath?: string
  /** File with the token of the workload, renewed by the platform (AKS). */
  readonly tokenFile?: string
  /** GitHub's endpoint for the job's own token; absent without `id-token: write`. */
  readonly job?: { readonly url: URL; readonly token: Secret }
  /** Where the token comes from: the authority, or the identity service of the machine. */
  readonly authority: URL
  readonly identityService: 'none' | 'imds' | 'identity-endpoint'
  readonly scope: string
}

/**
 * The credential that `@azure/identity` finds in this environment, in the order of its
 * `DefaultAzureCredential`; the job's own OIDC token stands where the workload's file stands.
 */
export function chooseSignIn(env: Environment, route: Pick<Route, 'baseUrl'>): SignIn {
  const value = (name: string): string | undefined => {
    const text = env[name]?.trim() ?? ''
    return text === '' ? undefined : text
  }
  const tenantId = value('AZURE_TENANT_ID')
  const clientId = value('AZURE_CLIENT_ID')
  const ids = {
    ...(tenantId === undefined ? {} : { tenantId }),
    ...(clientId === undefined ? {} : { clientId }),
  }
  const common = {
    ...ids,
    authority: urlOf(value('AZURE_AUTHORITY_HOST')) ?? new URL(`https://${PUBLIC_CLOUD.authority}`),
    identityService: 'none',
    scope: scopeOf(route.baseUrl),
  } as const
  if (tenantId !== undefined && clientId !== undefined) {
    // As it is: the SDK trims no credential, and Entra ID refuses one with a line break.
    const secret = env['AZURE_CLIENT_SECRET'] ?? ''
    if (secret.trim() !== '') {
      const clientSecret = new Secret(secret, 'AZURE_CLIENT_SECRET')
      return { ...common, method: 'client-secret', clientSecret }
    }
    const certificatePath = value('AZURE_CLIENT_CERTIFICATE_PATH')
    if (certificatePath !== undefined) {
      return { ...common, method: 'client-certificate', certificatePath }
    }
    const tokenFile = value('AZURE_FEDERATED_TOKEN_FILE')
    if (tokenFile !== undefined) return { ...common, method: 'workload-identity', tokenFile }
    const url = urlOf(value('ACTIONS_ID_TOKEN_REQUEST_URL'))
    const token = value('ACTIONS_ID_TOKEN_REQUEST_TOKEN')
    if (url !== undefined && token !== undefined) {
      const job = { url, token: new Secret(token, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN') }
      return { ...common, method: 'job-token', job }
    }
    // GitHub's own machines have no managed identity: only the permission can be missing.
    if (value('RUNNER_ENVIRONMENT') === 'github-hosted') {
      return { ...common, method: 'job-token' }
    }
  }
  const service = urlOf(value('IDENTITY_ENDPOINT') ?? value('MSI_ENDPOINT'))
  return {
    ...common,
    method: 'managed-identity',
    authority:
      service ?? urlOf(value('AZURE_POD_IDENTITY_AUTHORITY_HOST')) ?? new URL(`http://${IMDS}`),
    identityService: service === undefined ? 'imds' : 'identity-endpoint',
  }
}

/**
 * The audience that the resource takes, by the cloud of its host. The v1 endpoint and Foundry have
 * one of their own (openai-node, docs/azure.md).
 */
function scopeOf(baseUrl: string): string {
  const url = URL.parse(baseUrl)
  const host = url?.hostname ?? ''
  const cloud = cloudOf(host) ?? PUBLIC_CLOUD
  if (cloud !== PUBLIC_CLOUD) return `${cloud.audience}/.default`
  const foundry = host.endsWith('.services.ai.azure.com')
  const v1 = /\/openai\/v1\/?$/.test(url?.pathname ?? '')
  return foundry || v1 ? 'https://ai.azure.com/.default' : `${PUBLIC_CLOUD.audience}/.default`
}

function urlOf(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined
  // @azure/identity takes an authority without scheme as https.
  return URL.parse(text) ?? URL.parse(`https://${text}`) ?? undefined
}
