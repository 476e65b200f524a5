import { product, proof, strong, inErrors } from '../product.ts'
import { all, header, host, mark, on, type Sign } from '../sign.ts'

const numericCode: Sign = ({ response }) => {
  const { error, errorShape } = response.body
  return errorShape === 'openai' && error?.codeType === 'number' && error.type === undefined
    ? `error code ${error.code ?? ''} as a number, without type`
    : undefined
}

/** OpenRouter: behind a Cloudflare edge, `error.code` is the status as a number. */
export const openrouter = product({
  name: 'OpenRouter',
  kind: 'gateway',
  headers: ['x-openrouter*'],
  routes: ['gateway'],
  marks: inErrors('OpenRouter, error metadata', {
    'openrouter.upstream': { says: /"provider_name"\s{0,4}:\s{0,4}"[^"]/ },
    'openrouter.credits': {
      says: /openrouter\.ai\/(?:settings\/)?credits|requires more credits, or fewer max_tokens|More credits are required to run this request/i,
      status: 402,
      source: 'OpenRouter, 402 replies',
    },
    'openrouter.no_key': {
      says: /No auth credentials found|Missing Authentication header/i,
      status: 401,
      source: 'OpenRouter, 401 replies',
    },
    // The model exists; the settings of the account leave no provider for it.
    'openrouter.policy': {
      says: /No endpoints (?:found|available) matching your (?:data policy|guardrail)/i,
      status: 404,
      source: 'unoplat/unoplat-code-confluence#1080, truefoundry/models#826',
    },
  }),
  proves: [
    proof(host(/(?:^|\.)openrouter\.ai$/)),
    strong(mark('openrouter.')),
    strong(on(['gateway'], all(numericCode, header('cf-ray')))),
  ],
  relays: [mark('openrouter.upstream')],
})
