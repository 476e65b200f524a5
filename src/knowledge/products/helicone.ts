import { product, proof } from '../product.ts'
import { headerStarting, host } from '../sign.ts'

/** Helicone: passes the provider's answers on, with `Helicone-*` beside them. */
export const helicone = product({
  name: 'Helicone',
  kind: 'gateway',
  headers: ['x-helicone*'],
  proves: [
    proof(headerStarting('helicone-')),
    proof(host(/(?:^|\.)(?:helicone|hconeai)\.(?:ai|com)$/)),
  ],
})
