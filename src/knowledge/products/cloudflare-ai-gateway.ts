import { product, proof, strong } from '../product.ts'
import { all, headerStarting, host, keys, type Sign } from '../sign.ts'

const errorList: Sign = ({ response }) =>
  response.body.errorShape === 'array' ? 'a list of errors' : undefined

/** Cloudflare AI Gateway: `cf-aig-*` headers, errors as a list beside `success`. */
export const cloudflareAiGateway = product({
  name: 'Cloudflare AI Gateway',
  kind: 'gateway',
  proves: [
    proof(headerStarting('cf-aig-')),
    proof(host(/^gateway\.ai\.cloudflare\.com$/)),
    strong(all(keys('success'), errorList)),
  ],
})
