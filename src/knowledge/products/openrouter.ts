import { product, proof, strong, inError } from '../product.ts'
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
  marks: [
    inError(
      'openrouter.upstream',
      /"provider_name"\s{0,4}:\s{0,4}"[^"]/,
      'OpenRouter, error metadata',
    ),
    inError(
      'openrouter.credits',
      /openrouter\.ai\/(?:settings\/)?credits/i,
      'OpenRouter, 402 replies',
      { status: 402 },
    ),
    inError(
      'openrouter.no_key',
      /No auth credentials found|Missing Authentication header/i,
      'OpenRouter, 401 replies',
      { status: 401 },
    ),
    // The model exists; the settings of the account leave no provider for it.
    inError(
      'openrouter.policy',
      /No endpoints (?:found|available) matching your (?:data policy|guardrail)/i,
      'unoplat/unoplat-code-confluence#1080, truefoundry/models#826',
      { status: 404 },
    ),
  ],
  proves: [
    proof(host(/(?:^|\.)openrouter\.ai$/)),
    strong(mark('openrouter.')),
    strong(on(['gateway'], all(numericCode, header('cf-ray')))),
  ],
  relays: [mark('openrouter.upstream')],
})
