import { product, proof, strong, inError } from '../product.ts'
import { errorType, header, mark } from '../sign.ts'

/** One API and New API: their own types, a numeric request id inside the message. */
export const oneApi = product({
  name: 'One API',
  kind: 'gateway',
  routes: ['gateway'],
  marks: [
    inError(
      'one_api.request',
      /\(request id: [0-9]{10,40}\)|new_api_error|one_api_error/i,
      'songquanpeng/one-api#1692',
    ),
    inError(
      'one_api.no_channel',
      /No available channel for model|无可用渠道/i,
      'QuantumNous/new-api and songquanpeng/one-api, distributor',
    ),
  ],
  proves: [
    proof(header('x-oneapi-request-id')),
    proof(header('x-new-api-version')),
    strong(errorType(/^(?:one_api_error|new_api_error)$/)),
    strong(mark('one_api.')),
  ],
})
