import { product, proof, strong, inError } from '../product.ts'
import { errorType, header, mark } from '../sign.ts'

/** One API and New API: their own types, a numeric request id inside the message. */
export const oneApi = product({
  name: 'One API',
  kind: 'gateway',
  routes: ['gateway'],
  marks: [
    inError(
      'one_api.request',
      /\(request id: [0-9]{10,40}\)|[a-z]{1,20}_api_error/i,
      'songquanpeng/one-api#1692',
    ),
    inError(
      'one_api.no_channel',
      /No available channels? for model|Failed to get available channels? for model|无可用渠道/i,
      'QuantumNous/new-api and songquanpeng/one-api, distributor',
      { status: 503 },
    ),
    inError(
      'one_api.model_access',
      /This token has no access to (?:any models|model )|该令牌无权访问模型/i,
      'QuantumNous/new-api df3d6937, i18n/locales/en.yaml',
      { status: 403 },
    ),
    inError('one_api.banned', /用户已被封禁/, 'songquanpeng/one-api 3d8a51e1, middleware/auth.go'),
    // Said with a 401, as if it were the key.
    inError(
      'one_api.quota',
      /TokenStatusExhausted|(?:令牌|用户)[^"]{0,80}额度(?:已用尽|不足)/,
      'QuantumNous/new-api df3d6937, i18n/locales/en.yaml; songquanpeng/one-api 0b8ccb94, model/token.go',
    ),
    inError(
      'one_api.saturated',
      /Current group upstream load is saturated/i,
      'QuantumNous/new-api df3d6937, i18n/locales/en.yaml',
      { status: 429 },
    ),
  ],
  proves: [
    proof(header('x-oneapi-request-id')),
    proof(header('x-new-api-version')),
    strong(errorType(/^(?:one|new|v|rix|shell)_api_error$/)),
    strong(mark('one_api.')),
  ],
  relays: [mark('one_api.saturated')],
})
