import { define, hint, proof, strong, type Sign } from './definition.ts'
import { all, any, header, mark, on, status } from './seen.ts'

/** What only OpenAI's edge adds to a response of the API (recorded 2025-11 and 2026-07). */
export const genuine: Sign = any(
  header('x-openai-proxy-wasm'),
  header('www-authenticate', /realm="?OpenAI API/i),
  all(header('openai-version'), header('x-request-id')),
)

/** Types are lower-case words; other vendors that copy the shape put a status into `code`. */
const errorInItsShape: Sign = ({ response }) => {
  const { errorShape, error } = response.body
  if (errorShape !== 'openai' || error === undefined) return undefined
  const { type, code, codeType } = error
  if (codeType === 'number' || (code !== undefined && /^\d+$/.test(code))) return undefined
  return type !== undefined && /^[a-z][a-z_]{3,60}$/.test(type)
    ? `an error object in OpenAI's shape, type ${type}`
    : undefined
}

const answerInItsShape: Sign = ({ response }) => {
  const { object } = response.body
  const known = /^(?:list|model|response|chat\.completion|embedding)$/
  return response.status === 200 && object !== undefined && known.test(object)
    ? `object ${object}`
    : undefined
}

/** OpenAI's API itself. */
export const openai = define({
  responder: 'openai',
  product: 'OpenAI API',
  routes: ['openai'],
  proves: [
    proof(header('x-openai-proxy-wasm')),
    proof(header('www-authenticate', /realm="?OpenAI API/i)),
    proof(all(header('openai-version'), header('x-request-id'))),
    strong(header('openai-processing-ms')),
    strong(header('openai-organization')),
    strong(header('x-request-id', /^req_/)),
    strong(errorInItsShape),
    strong(mark('openai.')),
    strong(answerInItsShape),
    hint(header('openai-version')),
  ],
})

const cloudflare = any(all(header('server', /^cloudflare$/i), header('cf-ray')), header('cf-ray'))

const noError: Sign = ({ response }) =>
  response.body.shape === 'json' ? undefined : 'no JSON of the API'

/** The Cloudflare edge in front of it: answers alone when it refuses, or reaches nothing behind it. */
export const openaiEdge = define({
  responder: 'openai-edge',
  product: 'Cloudflare, the edge of api.openai.com',
  routes: ['openai'],
  proves: [
    proof(all(header('cf-mitigated'), cloudflare)),
    proof(all(mark('edge.'), cloudflare)),
    strong(all(cloudflare, noError)),
    strong(on(['openai'], all(mark('edge.'), any(status(403, 429), fiveHundred)))),
  ],
  // Cloudflare's own web filter answers with the same headers.
  excludes: [genuine, mark('block.cloudflare_gateway')],
})

function fiveHundred({ response }: Parameters<Sign>[0]): string | undefined {
  return response.status >= 500 ? `status ${String(response.status)}` : undefined
}
