import { define, proof } from './definition.ts'
import { headerStarting, host } from './seen.ts'

/** Helicone: passes the provider's answers on, with `Helicone-*` beside them. */
export const helicone = define({
  responder: 'gateway',
  product: 'Helicone',
  proves: [
    proof(headerStarting('helicone-')),
    proof(host(/(?:^|\.)(?:helicone|hconeai)\.(?:ai|com)$/)),
  ],
})
