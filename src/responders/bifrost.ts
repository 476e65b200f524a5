import { define, proof } from './definition.ts'
import { keys, mark } from './seen.ts'

/** Bifrost: every error says whether it is its own (maximhq/bifrost, core/schemas). */
export const bifrost = define({
  responder: 'gateway',
  product: 'Bifrost',
  routes: ['gateway'],
  proves: [proof(keys('is_bifrost_error'))],
  relays: [mark('bifrost.upstream')],
})
