import { define, proof, strong } from './definition.ts'
import { errorType, header, mark } from './seen.ts'

/** One API and New API: their own types, a numeric request id inside the message. */
export const oneApi = define({
  responder: 'gateway',
  product: 'One API',
  routes: ['gateway'],
  proves: [
    proof(header('x-oneapi-request-id')),
    proof(header('x-new-api-version')),
    strong(errorType(/^(?:one_api_error|new_api_error)$/)),
    strong(mark('one_api.')),
  ],
})
