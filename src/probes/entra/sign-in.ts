import { IMDS, PUBLIC_CLOUD, tokenScopeOf } from '../../knowledge/hosts.ts'
import { given, Secret, type Route, type TokenMethod } from '../../model/index.ts'

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
  /** Names of variables whose value has white space at an end. */
  readonly padded: readonly string[]
  /** For a session of the Azure CLI: what its process is started from. */
  readonly environment?: Environment
}

/**
 * The credential that `@azure/identity` finds in this environment, in the order of its
 * `DefaultAzureCredential`; the job's own OIDC token stands where the workload's file stands.
 */
export function chooseSignIn(
  env: Environment,
  route: Pick<Route, 'baseUrl' | 'azureScope' | 'azureCli'>,
): SignIn {
  // As it stands: the identity library trims nothing, so a line break is a part of the value.
  const value = (name: string): string | undefined => {
    const text = env[name] ?? ''
    return text.trim() === '' ? undefined : text
  }
  const may = allowedBy(value('AZURE_TOKEN_CREDENTIALS'))
  const service = urlOf(value('IDENTITY_ENDPOINT') ?? value('MSI_ENDPOINT'))
  const tenantId = value('AZURE_TENANT_ID')
  const clientId = value('AZURE_CLIENT_ID')
  const common = {
    ...given({ tenantId, clientId }),
    authority: urlOf(value('AZURE_AUTHORITY_HOST')) ?? new URL(`https://${PUBLIC_CLOUD.authority}`),
    identityService: 'none',
    scope: route.azureScope ?? tokenScopeOf(route.baseUrl),
    padded: CREDENTIALS.filter((name) => value(name) !== value(name)?.trim()),
  } as const
  if (may.cli === 'alone') return { ...common, method: 'azure-cli', environment: env }
  if (tenantId !== undefined && clientId !== undefined) {
    const secret = value('AZURE_CLIENT_SECRET')
    if (secret !== undefined && may.environment) {
      const clientSecret = new Secret(secret, 'AZURE_CLIENT_SECRET')
      return { ...common, method: 'client-secret', clientSecret }
    }
    const certificatePath = value('AZURE_CLIENT_CERTIFICATE_PATH')
    if (certificatePath !== undefined && may.environment) {
      return { ...common, method: 'client-certificate', certificatePath }
    }
    const tokenFile = value('AZURE_FEDERATED_TOKEN_FILE')
    if (tokenFile !== undefined && may.workload)
      return { ...common, method: 'workload-identity', tokenFile }
    const url = urlOf(value('ACTIONS_ID_TOKEN_REQUEST_URL'))
    const token = value('ACTIONS_ID_TOKEN_REQUEST_TOKEN')
    if (url !== undefined && token !== undefined && may.workload) {
      const job = { url, token: new Secret(token, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN') }
      return { ...common, method: 'job-token', job }
    }
    if (route.azureCli === true && may.cli !== 'no') {
      return { ...common, method: 'azure-cli', environment: env }
    }
    // GitHub's own machines have no managed identity: only the permission can be missing.
    if (value('RUNNER_ENVIRONMENT') === 'github-hosted' && may.workload) {
      return { ...common, method: 'job-token' }
    }
  }
  if (route.azureCli === true && may.cli !== 'no' && service === undefined) {
    return { ...common, method: 'azure-cli', environment: env }
  }
  if (!may.machine) return { ...common, method: may.environment ? 'client-secret' : 'job-token' }
  return {
    ...common,
    method: 'managed-identity',
    authority:
      service ?? urlOf(value('AZURE_POD_IDENTITY_AUTHORITY_HOST')) ?? new URL(`http://${IMDS}`),
    identityService: service === undefined ? 'imds' : 'identity-endpoint',
  }
}

/** Variables whose value is sent as a credential. */
const CREDENTIALS = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'] as const

/**
 * What AZURE_TOKEN_CREDENTIALS leaves of the chain of `DefaultAzureCredential`
 * (learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains).
 */
function allowedBy(named: string | undefined): Readonly<
  Record<'environment' | 'workload' | 'machine', boolean>
> & {
  readonly cli: 'alone' | 'last' | 'no'
} {
  const word = named
    ?.trim()
    .toLowerCase()
    .replace(/credential$/, '')
  const only = (one: string): boolean => word === one
  return only('environment') || only('workloadidentity') || only('managedidentity')
    ? {
        environment: only('environment'),
        workload: only('workloadidentity'),
        machine: only('managedidentity'),
        cli: 'no',
      }
    : {
        environment: true,
        workload: true,
        machine: true,
        cli: only('dev') || only('azurecli') ? 'alone' : only('prod') ? 'no' : 'last',
      }
}

function urlOf(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined
  // @azure/identity takes an authority without scheme as https.
  return URL.parse(text) ?? URL.parse(`https://${text}`) ?? undefined
}
