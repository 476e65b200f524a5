import { define, hint, proof, strong, type Sign } from './definition.ts'
import { all, any, header, headerStarting, host, keys, mark, none } from './seen.ts'

const itsOwn = header('x-portkey-gateway-exception')

const providerNamed: Sign = ({ response }) =>
  response.body.errorShape === 'openai' && response.body.keys?.includes('provider') === true
    ? 'an error object that names its provider'
    : undefined

/** Portkey: `x-portkey-*`, its own errors as `{status:"failure",message}`. */
export const portkey = define({
  responder: 'gateway',
  product: 'Portkey',
  proves: [
    proof(headerStarting('x-portkey-')),
    proof(host(/(?:^|\.)portkey\.ai$/)),
    strong(mark('portkey.no_provider')),
    strong(keys('html-message')),
    hint(
      all(keys('status', 'message'), ({ response }) =>
        response.body.errorShape === 'bare' ? 'at the top' : undefined,
      ),
    ),
  ],
  relays: [
    none(itsOwn)(any(providerNamed, all(headerStarting('x-portkey-'), mark('portkey.upstream')))),
  ],
})
