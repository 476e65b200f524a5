import { product, proof, strong, hint, onPages } from '../product.ts'
import { all, errorType, host, mark, type Sign } from '../sign.ts'

const noCode: Sign = ({ response }) =>
  response.body.error?.codeType === 'null' ? 'no code' : undefined

const port: Sign = ({ route }) =>
  URL.canParse(route.baseUrl) && new URL(route.baseUrl).port === '11434' ? 'port 11434' : undefined

/** Ollama: `GET /` says so; errors without code. */
export const ollama = product({
  name: 'Ollama',
  kind: 'gateway',
  routes: ['gateway'],
  marks: onPages('ollama/ollama, server routes', {
    'ollama.root': { says: /^\s{0,8}Ollama is running/, inBodies: true },
  }),
  proves: [
    proof(mark('ollama.root')),
    strong(port),
    strong(host(/(?:^|\.)ollama\.(?:com|ai)$/)),
    hint(all(errorType(/^(?:not_found_error|api_error)$/), noCode)),
  ],
})
