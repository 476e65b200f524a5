import type { TokenCredential } from '@azure/identity'
import { HTTP_CLIENT } from './http-client.ts'
import type { SignIn } from './sign-in.ts'

/**
 * The credential of `@azure/identity` for this sign-in. The library is loaded here and nowhere else:
 * only a route that signs in pays for it. Throws when the environment names something unusable.
 */
export async function credentialFor(
  signIn: SignIn,
  /** The workload's own token, shown to Entra ID instead of a secret. */
  assertion: () => Promise<string>,
): Promise<TokenCredential> {
  const identity = await import('@azure/identity')
  const { tenantId = '', clientId = '', authority } = signIn
  const options = {
    httpClient: HTTP_CLIENT,
    authorityHost: authority.origin,
    // Attempts are counted by the preflight, and each is observed.
    retryOptions: { maxRetries: 0 },
    // Asks login.microsoftonline.com about the authority: a host more than the token needs.
    disableInstanceDiscovery: true,
  }
  switch (signIn.method) {
    case 'client-secret':
      return new identity.ClientSecretCredential(
        tenantId,
        clientId,
        signIn.clientSecret?.reveal() ?? '',
        options,
      )
    case 'client-certificate':
      return new identity.ClientCertificateCredential(
        tenantId,
        clientId,
        signIn.certificatePath ?? '',
        options,
      )
    case 'workload-identity':
    case 'job-token':
      return new identity.ClientAssertionCredential(tenantId, clientId, assertion, options)
    case 'azure-cli':
      throw new Error('its tokens come from the command')
    case 'managed-identity': {
      const { authorityHost: _machine, ...own } = options
      return new identity.ManagedIdentityCredential({
        ...own,
        ...(clientId === '' ? {} : { clientId }),
      })
    }
  }
}
