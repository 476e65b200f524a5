import { product, proof, strong, inErrors } from '../product.ts'
import { header, headerStarting, keys, mark } from '../sign.ts'

/**
 * Kong: `X-Kong-Response-Latency` when it answered by itself, `X-Kong-Upstream-Latency` when the
 * upstream did.
 */
export const kong = product({
  name: 'Kong',
  kind: 'gateway',
  marks: inErrors('Kong, key-auth plugin', {
    'kong.no_key': { says: /No API key found in request/i, status: 401 },
    'kong.no_route': {
      says: /no Route matched with those values/i,
      status: 404,
      source: 'Kong, error handlers',
    },
    'kong.acl': { says: /You cannot consume this service/i, source: 'Kong, acl plugin' },
    'kong.rate_limit': {
      says: /API rate limit exceeded/i,
      status: 429,
      source: 'Kong, rate-limiting plugin',
    },
    'kong.no_upstream': {
      says: /The upstream server is currently unavailable|failure to get a peer from the ring-balancer/i,
      source: 'Kong/kong 016e3fdc pdk/response.lua; runloop/balancer/init.lua',
    },
    'kong.model': { says: /cannot use own model/i, source: 'Kong, AI proxy' },
  }),
  proves: [
    proof(headerStarting('x-kong-')),
    proof(header('server', /^kong\b/i)),
    proof(header('via', /\bkong\b/i)),
    strong(mark('kong.')),
    strong(keys('message', 'request_id')),
  ],
  relays: [header('x-kong-upstream-latency'), header('x-kong-upstream-status')],
})
