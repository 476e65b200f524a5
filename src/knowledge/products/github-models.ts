import { product, proof } from '../product.ts'
import { host } from '../sign.ts'

/** GitHub Models: wants a token with the `models` permission. */
export const githubModels = product({
  name: 'GitHub Models',
  kind: 'gateway',
  headers: ['github-authentication-token-expiration'],
  routes: ['gateway'],
  proves: [proof(host(/^models\.(?:github\.ai|inference\.ai\.azure\.com)$/))],
})
