import { define, strong } from './definition.ts'
import { errorType, mark } from './seen.ts'

/** Envoy AI Gateway: its own route table, and types of its own for what a backend answered. */
export const envoyAiGateway = define({
  responder: 'gateway',
  product: 'Envoy AI Gateway',
  routes: ['gateway'],
  proves: [
    strong(mark('envoy_ai.')),
    strong(errorType(/^(?:OpenAI|AWSBedrock|GCPVertexAI|Anthropic)BackendError$/)),
  ],
  relays: [errorType(/BackendError$/)],
})
