import { inErrors, product, proof, strong, type Product } from '../product.ts'
import { all, errorType, headerStarting, host, keys, mark, type Sign } from '../sign.ts'

const errorList: Sign = ({ response }) =>
  response.body.errorShape === 'array' ? 'a list of errors' : undefined

/** Gateways of which little more than a name is known. */
export const gateways: readonly Product[] = [
  // Cloudflare AI Gateway: `cf-aig-*` headers, errors as a list beside `success`.
  product({
    name: 'Cloudflare AI Gateway',
    kind: 'gateway',
    proves: [
      proof(headerStarting('cf-aig-')),
      proof(host(/^gateway\.ai\.cloudflare\.com$/)),
      strong(all(keys('success'), errorList)),
    ],
  }),
  // Envoy AI Gateway: its own route table, and types of its own for what a backend answered.
  product({
    name: 'Envoy AI Gateway',
    kind: 'gateway',
    routes: ['gateway'],
    marks: inErrors('envoyproxy/ai-gateway, AIGatewayRoute reconciler', {
      'envoy_ai.no_route': {
        says: /No matching route found\. It is likely (?:that|because) the model/i,
      },
    }),
    proves: [
      strong(mark('envoy_ai.')),
      strong(errorType(/^(?:OpenAI|AWSBedrock|GCPVertexAI|Anthropic)BackendError$/)),
    ],
    relays: [errorType(/BackendError$/)],
  }),
  // GitHub Models: wants a token with the `models` permission.
  product({
    name: 'GitHub Models',
    kind: 'gateway',
    headers: ['github-authentication-token-expiration'],
    routes: ['gateway'],
    proves: [proof(host(/^models\.(?:github\.ai|inference\.ai\.azure\.com)$/))],
  }),
]
