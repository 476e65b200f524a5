import { define, proof } from './definition.ts'
import { host } from './seen.ts'

/** GitHub Models: wants a token with the `models` permission. */
export const githubModels = define({
  responder: 'gateway',
  product: 'GitHub Models',
  routes: ['gateway'],
  proves: [proof(host(/^models\.(?:github\.ai|inference\.ai\.azure\.com)$/))],
})
