import { product, proof, strong, inErrors } from '../product.ts'
import { headerStarting, host, mark } from '../sign.ts'

/** Helicone: passes the provider's answers on, with `Helicone-*` beside them. */
export const helicone = product({
  name: 'Helicone',
  kind: 'gateway',
  headers: ['x-helicone*'],
  marks: inErrors('Helicone/helicone 02b79dd2, SimpleAIGateway.createErrorResponse', {
    // The key of the caller was accepted before: an attempt with a stored key of a provider got the 401.
    'helicone.upstream_auth': {
      says: /"success"\s{0,4}:\s{0,4}false\s{0,4},\s{0,4}"error"\s{0,4}:\s{0,4}\{\s{0,4}"code"\s{0,4}:\s{0,4}"request_failed"\s{0,4},\s{0,4}"message"\s{0,4}:\s{0,4}"Authentication failed"/,
    },
    'helicone.no_provider': {
      says: /No available providers for the requested models|Router config provider '[^'"]{1,60}' not present in `ProvidersConfig`/,
      source:
        'Helicone/helicone 02b79dd2, SimpleAIGateway; Helicone/ai-gateway 81a9059b, error/internal.rs',
    },
  }),
  proves: [
    proof(headerStarting('helicone-')),
    proof(host(/(?:^|\.)(?:helicone|hconeai)\.(?:ai|com)$/)),
    strong(mark('helicone.')),
  ],
  relays: [mark('helicone.upstream_auth')],
})
