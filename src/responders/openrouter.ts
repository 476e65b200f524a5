import { define, proof, strong, type Sign } from './definition.ts'
import { all, header, host, mark, on } from './seen.ts'

const numericCode: Sign = ({ response }) => {
  const { error, errorShape } = response.body
  return errorShape === 'openai' && error?.codeType === 'number' && error.type === undefined
    ? `error code ${error.code ?? ''} as a number, without type`
    : undefined
}

/** OpenRouter: behind a Cloudflare edge, `error.code` is the status as a number. */
export const openrouter = define({
  responder: 'gateway',
  product: 'OpenRouter',
  routes: ['gateway'],
  proves: [
    proof(host(/(?:^|\.)openrouter\.ai$/)),
    strong(mark('openrouter.')),
    strong(on(['gateway'], all(numericCode, header('cf-ray')))),
  ],
  relays: [mark('openrouter.upstream')],
})
