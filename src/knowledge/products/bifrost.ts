import { product, proof, inErrors } from '../product.ts'
import { all, keys, mark, none } from '../sign.ts'

const GOVERNANCE = 'maximhq/bifrost 9681d2ba, plugins/governance/main.go'

/**
 * Bifrost. `is_bifrost_error: false` stands on its own refusals as well (SendError, newBifrostErrorFromMsg,
 * the governance plugin): only beside the name of a provider did a provider answer.
 */
export const bifrost = product({
  name: 'Bifrost',
  kind: 'gateway',
  routes: ['gateway'],
  marks: inErrors(GOVERNANCE, {
    'bifrost.upstream': {
      says: /"is_bifrost_error"\s{0,4}:\s{0,4}false/,
      source: 'maximhq/bifrost, schemas',
    },
    'bifrost.provider': {
      says: /"extra_fields"\s{0,4}:\s{0,4}\{[^{}]{0,400}"provider"\s{0,4}:\s{0,4}"\w/,
      source: 'maximhq/bifrost, schemas: BifrostErrorExtraFields',
    },
    'bifrost.key': { says: /"type"\s{0,4}:\s{0,4}"virtual_key_(?:not_found|blocked|required)"/ },
    'bifrost.model_access': { says: /"type"\s{0,4}:\s{0,4}"(?:model|provider)_blocked"/ },
    'bifrost.limit': {
      says: /"type"\s{0,4}:\s{0,4}"(?:budget_exceeded|(?:rate|token|request)_limited)"/,
    },
    'bifrost.no_key': {
      says: /no keys found (?:that support model(?:\/deployment)?|for provider): /,
      source: 'maximhq/bifrost 0007e19d, core/bifrost.go: selectKeyFromProviderForModel',
    },
  }),
  proves: [proof(keys('is_bifrost_error'))],
  relays: [
    none(
      mark('bifrost.key'),
      mark('bifrost.model_access'),
      mark('bifrost.limit'),
      mark('bifrost.no_key'),
    )(all(mark('bifrost.upstream'), mark('bifrost.provider'))),
  ],
})
