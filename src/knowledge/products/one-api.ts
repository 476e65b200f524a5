import { product, proof, strong, inErrors } from '../product.ts'
import { errorType, header, mark } from '../sign.ts'

/** One API and New API: their own types, a numeric request ID inside the message. */
export const oneApi = product({
  name: 'One API',
  kind: 'gateway',
  routes: ['gateway'],
  marks: inErrors('QuantumNous/new-api df3d6937, i18n/locales/en.yaml', {
    'one_api.request': {
      says: /\(request id: [0-9]{10,40}\)|[a-z]{1,20}_api_error/i,
      source: 'songquanpeng/one-api#1692',
    },
    'one_api.no_channel': {
      says: /No available channels? for model|Failed to get available channels? for model|无可用渠道/i,
      status: 503,
      source: 'QuantumNous/new-api and songquanpeng/one-api, distributor',
    },
    'one_api.model_access': {
      says: /This token has no access to (?:any models|model )|该令牌无权访问模型/i,
      status: 403,
    },
    'one_api.banned': {
      says: /用户已被封禁/,
      source: 'songquanpeng/one-api 3d8a51e1, middleware/auth.go',
    },
    // Said with a 401, as if it were the key.
    'one_api.quota': {
      says: /TokenStatusExhausted|(?:令牌|用户)[^"]{0,80}额度(?:已用尽|不足)/,
      source:
        'QuantumNous/new-api df3d6937, i18n/locales/en.yaml; songquanpeng/one-api 0b8ccb94, model/token.go',
    },
    'one_api.saturated': { says: /Current group upstream load is saturated/i, status: 429 },
  }),
  proves: [
    proof(header('x-oneapi-request-id')),
    proof(header('x-new-api-version')),
    strong(errorType(/^(?:one|new|v|rix|shell)_api_error$/)),
    strong(mark('one_api.')),
  ],
  relays: [mark('one_api.saturated')],
})
