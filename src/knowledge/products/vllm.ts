import { product, strong } from '../product.ts'
import { all, errorType, header, type Sign } from '../sign.ts'

const numericCode: Sign = ({ response }) =>
  response.body.error?.codeType === 'number' ? 'error code as a number' : undefined

const unauthorized: Sign = ({ response }) =>
  response.body.errorShape === 'string' ? 'error as a text' : undefined

/** vLLM: uvicorn, Python class names as types, `error.code` as a number. */
export const vllm = product({
  name: 'vLLM',
  kind: 'gateway',
  routes: ['gateway'],
  proves: [
    strong(all(errorType(/^[A-Z][A-Za-z]+Error$/), numericCode)),
    strong(all(header('server', /^uvicorn/i), unauthorized)),
  ],
})
