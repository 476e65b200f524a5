import { define, proof, strong, type Sign } from './definition.ts'
import { all, headerStarting, host, keys } from './seen.ts'

const errorList: Sign = ({ response }) =>
  response.body.errorShape === 'array' ? 'a list of errors' : undefined

/** Cloudflare AI Gateway: `cf-aig-*` headers, errors as a list beside `success`. */
export const cloudflareAiGateway = define({
  responder: 'gateway',
  product: 'Cloudflare AI Gateway',
  proves: [
    proof(headerStarting('cf-aig-')),
    proof(host(/^gateway\.ai\.cloudflare\.com$/)),
    strong(all(keys('success'), errorList)),
  ],
})
