import { webServer, onPage } from '../product.ts'
import { header, headerStarting, mark } from '../sign.ts'

export const envoy = webServer(
  'Envoy',
  [
    header('server', /^(?:envoy|istio-envoy)/i),
    mark('server.envoy_upstream'),
    mark('server.envoy_rbac'),
    mark('server.envoy_jwt'),
    headerStarting('x-envoy-'),
  ],
  [
    onPage(
      'server.envoy_upstream',
      /upstream connect error or disconnect\/reset before headers|no healthy upstream|upstream request timeout/i,
      'Envoy local replies',
      { status: 503 },
    ),
    onPage('server.envoy_rbac', /^\s{0,8}RBAC: access denied/, 'Envoy RBAC filter'),
    onPage(
      'server.envoy_jwt',
      /^\s{0,8}Jwt (?:is missing|verification fails|is expired|issuer is not)/,
      'Envoy JWT filter',
    ),
  ],
)
