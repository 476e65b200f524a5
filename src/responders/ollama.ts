import { define, hint, proof, strong, type Sign } from './definition.ts'
import { all, errorType, host, mark } from './seen.ts'

const noCode: Sign = ({ response }) =>
  response.body.error?.codeType === 'null' ? 'no code' : undefined

const port: Sign = ({ route }) =>
  URL.canParse(route.baseUrl) && new URL(route.baseUrl).port === '11434' ? 'port 11434' : undefined

/** Ollama: `GET /` says so; errors without code. */
export const ollama = define({
  responder: 'gateway',
  product: 'Ollama',
  routes: ['gateway'],
  proves: [
    proof(mark('ollama.root')),
    strong(port),
    strong(host(/(?:^|\.)ollama\.(?:com|ai)$/)),
    hint(all(errorType(/^(?:not_found_error|api_error)$/), noCode)),
  ],
})
