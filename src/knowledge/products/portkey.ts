import { product, proof, strong, hint, inErrors } from '../product.ts'
import { all, any, header, headerStarting, host, keys, mark, none, type Sign } from '../sign.ts'

const itsOwn = header('x-portkey-gateway-exception')

/** Its own errors have a `status` beside. */
const errorOfProvider: Sign = ({ response: { body } }) => {
  if (body.errorShape !== 'openai' || body.keys?.includes('status') === true) return undefined
  const named = body.keys?.includes('provider') === true
  return `an error object ${named ? 'that names its provider' : 'of its provider'}`
}

/** Portkey: `x-portkey-*`, its own errors as `{status:"failure",message}`. */
export const portkey = product({
  name: 'Portkey',
  kind: 'gateway',
  marks: inErrors('Portkey gateway, error responses', {
    'portkey.upstream': { says: /"message"\s{0,4}:\s{0,4}"[a-z0-9-]{2,30} error: /i },
    'portkey.no_provider': {
      says: /x-portkey-(?:config|provider|virtual-key)|Invalid (?:config|provider|custom host)\b|This version of config is not supported|\bis not supported by [\w-]{2,30}"/i,
      source: 'Portkey-AI/gateway 1.15.2, requestValidator, handlerUtils (measured)',
    },
    'portkey.budget': {
      says: /Portkey (?:API Key|Workspace|Virtual Key|Integration) Usage Limit (?:[^"]{1,80} )?Exceeded/i,
      source:
        'Portkey-AI/gateway 69951d61, middlewares/auth/authN.ts; 71f9400f, middlewares/portkey/utils.ts',
    },
  }),
  proves: [
    proof(headerStarting('x-portkey-')),
    proof(host(/(?:^|\.)portkey\.ai$/)),
    strong(mark('portkey.no_provider')),
    strong(mark('portkey.budget')),
    strong(keys('html-message')),
    hint(
      all(keys('status', 'message'), ({ response }) =>
        response.body.errorShape === 'bare' ? 'at the top' : undefined,
      ),
    ),
  ],
  relays: [
    none(itsOwn)(
      all(
        errorOfProvider,
        any(
          keys('provider'),
          header('x-portkey-retry-attempt-count'),
          all(headerStarting('x-portkey-'), mark('portkey.upstream')),
        ),
      ),
    ),
  ],
})
