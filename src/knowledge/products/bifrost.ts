import { product, proof, inError } from '../product.ts'
import { keys, mark } from '../sign.ts'

/** Bifrost: every error says whether it is its own (maximhq/bifrost, core/schemas). */
export const bifrost = product({
  name: 'Bifrost',
  kind: 'gateway',
  routes: ['gateway'],
  marks: [
    inError(
      'bifrost.upstream',
      /"is_bifrost_error"\s{0,4}:\s{0,4}false/,
      'maximhq/bifrost, schemas',
    ),
  ],
  proves: [proof(keys('is_bifrost_error'))],
  relays: [mark('bifrost.upstream')],
})
