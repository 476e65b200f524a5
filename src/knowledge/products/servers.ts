import { cloudflareCode, onPages, webServer, type Product } from '../product.ts'
import { header, headerStarting } from '../sign.ts'

/** Web servers, load balancers and edges in front of a gateway: a row each. */
export const servers: readonly Product[] = [
  webServer('Akamai', [header('server', /^AkamaiGHost/i)]),
  webServer('Amazon API Gateway', [header('x-amzn-errortype'), header('x-amz-apigw-id')], {
    headers: ['x-amz*'],
  }),
  webServer('Amazon CloudFront', [header('server', /^CloudFront/i), header('x-amz-cf-id')]),
  webServer('Apache', [header('server', /^apache/i)], {
    marks: onPages('Apache default error page', {
      'server.apache': { says: /<address>Apache|Apache HTTP Server/i },
    }),
  }),
  webServer('AWS load balancer', [header('server', /^awselb/i)]),
  webServer('Azure Application Gateway', [
    header('server', /^Microsoft-Azure-Application-Gateway/i),
  ]),
  webServer('Azure Front Door', [header('x-azure-ref')]),
  webServer('Caddy', [header('server', /^caddy/i), header('via', /\bcaddy\b/i)], {
    marks: onPages('Caddy default page', { 'server.caddy': { says: /\bCaddy\b/, inBodies: true } }),
  }),
  webServer('Cloudflare', [header('server', /^cloudflare/i), header('cf-ray')], {
    yields: true,
    marks: onPages('Cloudflare, errors about a site and not about its visitor', {
      'server.cloudflare_by_address': {
        says: cloudflareCode('1003', 'Direct IP access not allowed'),
        status: 403,
      },
      'server.cloudflare_no_site': {
        says: cloudflareCode(
          '10(?:0[0-24]|14|18|23|3[4-7])',
          'DNS points to prohibited IP|DNS resolution error|CNAME Cross-User Banned',
        ),
        status: 409,
      },
      'server.cloudflare_no_origin': {
        says: cloudflareCode('10(?:16|33)', 'Origin DNS error|(?:Argo|Cloudflare) Tunnel error'),
        status: 530,
      },
      'server.cloudflare_worker': {
        says: cloudflareCode('11(?:0[1-4])', 'Worker threw exception'),
        status: 500,
      },
    }),
  }),
  webServer('Envoy', [header('server', /^(?:envoy|istio-envoy)/i), headerStarting('x-envoy-')], {
    marks: onPages('Envoy local replies', {
      'server.envoy_upstream': {
        says: /upstream connect error or disconnect\/reset before headers|no healthy upstream|upstream request timeout/i,
        status: 503,
      },
      'server.envoy_rbac': { says: /^\s{0,8}RBAC: access denied/ },
      'server.envoy_jwt': {
        says: /^\s{0,8}Jwt (?:is missing|verification fails|is expired|issuer is not)/,
      },
    }),
  }),
  webServer('Fastly', [header('x-fastly-request-id')]),
  webServer('a Go server', [], {
    marks: onPages('default bodies of Go servers, Traefik among them', {
      'server.go': {
        says: /^\s{0,8}(?:404 page not found|Bad Gateway|Gateway Timeout|no available server)\s{0,8}$/,
      },
    }),
  }),
  webServer('Google Front End', [header('server', /^(?:Google Frontend|gws|ESF)$/i)], {
    headers: ['x-goog*'],
  }),
  webServer('gunicorn', [header('server', /^gunicorn/i)]),
  webServer('HAProxy', [header('server', /^haproxy/i)], {
    marks: onPages('HAProxy default errors', {
      'server.haproxy': {
        says: /<h1>50[234] [A-Z][A-Za-z -]{3,30}<\/h1>\s{0,8}(?:No server is available to handle this request|The server returned an invalid or incomplete response|The server didn['’]t respond in time)/i,
      },
    }),
  }),
  webServer('IIS', [header('server', /^microsoft-iis/i)], {
    marks: onPages('IIS error page', {
      'server.iis': {
        says: /Microsoft-IIS|<title>IIS [0-9.]{1,5} Detailed Error/i,
        inBodies: true,
      },
    }),
  }),
  webServer('nginx', [header('server', /^nginx/i)], {
    marks: onPages('nginx default error page', {
      'server.nginx': { says: /<center>nginx(?:\/[0-9.]{1,12})?<\/center>/i },
    }),
  }),
  webServer('OpenResty', [header('server', /^openresty/i)], {
    marks: onPages('OpenResty default error page', {
      'server.openresty': { says: /<center>openresty(?:\/[0-9.]{1,12})?<\/center>/i },
    }),
  }),
  webServer('Traefik', [header('server', /^traefik/i)]),
  webServer('uvicorn', [header('server', /^(?:uvicorn|hypercorn)/i)]),
  webServer('Vercel', [header('server', /^vercel/i), header('x-vercel-id')], {
    headers: ['x-vercel-*'],
  }),
]
