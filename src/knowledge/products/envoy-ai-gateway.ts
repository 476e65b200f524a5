import { product, strong, inError } from '../product.ts'
import { errorType, mark } from '../sign.ts'

/** Envoy AI Gateway: its own route table, and types of its own for what a backend answered. */
export const envoyAiGateway = product({
  name: 'Envoy AI Gateway',
  kind: 'gateway',
  routes: ['gateway'],
  marks: [
    inError(
      'envoy_ai.no_route',
      /No matching route found\. It is likely (?:that|because) the model/i,
      'envoyproxy/ai-gateway, AIGatewayRoute reconciler',
    ),
  ],
  proves: [
    strong(mark('envoy_ai.')),
    strong(errorType(/^(?:OpenAI|AWSBedrock|GCPVertexAI|Anthropic)BackendError$/)),
  ],
  relays: [errorType(/BackendError$/)],
})
