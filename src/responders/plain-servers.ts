import { define, hint, type Definition, type Sign } from './definition.ts'
import { header, headerStarting, mark } from './seen.ts'

/** Servers that know nothing of models: on a provider's route they are the provider's. */
const SERVERS: readonly { readonly product: string; readonly seen: readonly Sign[] }[] = [
  { product: 'AWS load balancer', seen: [header('server', /^awselb/i)] },
  { product: 'Amazon API Gateway', seen: [header('x-amzn-errortype'), header('x-amz-apigw-id')] },
  { product: 'Amazon CloudFront', seen: [header('server', /^CloudFront/i), header('x-amz-cf-id')] },
  {
    product: 'Envoy',
    seen: [
      header('server', /^(?:envoy|istio-envoy)/i),
      mark('server.envoy_upstream'),
      mark('server.envoy_rbac'),
      mark('server.envoy_jwt'),
      headerStarting('x-envoy-'),
    ],
  },
  { product: 'HAProxy', seen: [header('server', /^haproxy/i), mark('server.haproxy')] },
  {
    product: 'Azure Application Gateway',
    seen: [header('server', /^Microsoft-Azure-Application-Gateway/i)],
  },
  { product: 'Azure Front Door', seen: [header('x-azure-ref')] },
  { product: 'Traefik', seen: [header('server', /^traefik/i)] },
  { product: 'OpenResty', seen: [header('server', /^openresty/i), mark('server.openresty')] },
  { product: 'nginx', seen: [header('server', /^nginx/i), mark('server.nginx')] },
  { product: 'Apache', seen: [header('server', /^apache/i), mark('server.apache')] },
  {
    product: 'Caddy',
    seen: [header('server', /^caddy/i), header('via', /\bcaddy\b/i), mark('server.caddy')],
  },
  { product: 'IIS', seen: [header('server', /^microsoft-iis/i), mark('server.iis')] },
  { product: 'Google Front End', seen: [header('server', /^(?:Google Frontend|gws|ESF)$/i)] },
  { product: 'Vercel', seen: [header('server', /^vercel/i), header('x-vercel-id')] },
  { product: 'Akamai', seen: [header('server', /^AkamaiGHost/i)] },
  { product: 'Fastly', seen: [header('x-fastly-request-id')] },
  { product: 'Cloudflare', seen: [header('server', /^cloudflare/i), header('cf-ray')] },
  { product: 'a Go server', seen: [mark('server.go')] },
  { product: 'gunicorn', seen: [header('server', /^gunicorn/i)] },
  { product: 'uvicorn', seen: [header('server', /^(?:uvicorn|hypercorn)/i)] },
]

export const plainServers: readonly Definition[] = SERVERS.map(({ product, seen }) =>
  define({
    responder: 'gateway',
    product,
    routes: ['azure', 'gateway'],
    proves: seen.map((one) => hint(one)),
  }),
)
