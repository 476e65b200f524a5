import { product, strong, inErrors } from '../product.ts'
import { errorType, mark } from '../sign.ts'

/** Envoy AI Gateway: its own route table, and types of its own for what a backend answered. */
export const envoyAiGateway = product({
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
})
