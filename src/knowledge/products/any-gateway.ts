import { product, onPage, inError } from '../product.ts'

/** Sentences that gateways, front servers and providers of any make write. */
export const anyGateway = product({
  name: '',
  marks: [
    onPage(
      'server.no_server',
      /^\s{0,8}no available server\s{0,8}$|Backend fetch failed/i,
      'Traefik, Varnish',
    ),
    onPage(
      'server.plain_502',
      /<title>50[234] [A-Z][A-Za-z -]{3,40}<\/title>/i,
      'default 5xx pages of load balancers',
      { status: 502 },
    ),
    inError(
      'upstream.fetch_failed',
      /\bfetch failed\b|\bgetaddrinfo (?:ENOTFOUND|EAI_AGAIN)\b|\bconnect (?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b|\bdial tcp\b[^"]{0,120}\b(?:refused|no such host|i\/o timeout|unreachable)|Cannot connect to host |litellm\.APIConnectionError|Exception - Connection error|\bdo request failed\b|do_request_failed|Reqwest error: error sending request/i,
      'Portkey gateway 1.15 (measured), Node, Go, aiohttp and reqwest in gateways',
    ),
    inError(
      'upstream.unreachable',
      /<class 'httpx\.\w{3,30}'>|\bNo available upstream candidate\b/,
      'KenyonY/openai-forward, tbphp/gpt-load: nothing behind it can be reached',
      { status: 502 },
    ),
    inError('server.not_found', /"detail"\s{0,4}:\s{0,4}"Not Found"/, 'Starlette, FastAPI', {
      status: 404,
      inBodies: true,
    }),
    inError(
      'server.plain_http_on_tls',
      /plain HTTP request was sent to (?:an )?HTTPS port|Client sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled|combination of host and port requires TLS|sent a plain HTTP request, but this server only speaks HTTPS|running in SSL mode\. Try the URL/i,
      'nginx, Go (Caddy, Traefik), Apache, Tomcat, cheroot, Webmin: their own sources',
    ),
    inError(
      'server.client_certificate',
      /No required SSL certificate was sent|client certificate (?:is )?required|requires? a client certificate/i,
      'nginx (496), IIS (403.7)',
    ),
    inError('server.client_certificate_refused', /The SSL certificate error/i, 'nginx (495)'),
    inError(
      'gateway.budget',
      /(?:budget|credits?|balance|quota) (?:limit )?(?:has been |is |are )?(?:exceeded|exhausted|used up|insufficient)|insufficient (?:credits?|balance|funds|quota|user quota)/i,
      'gateways, refusals for a budget',
      { status: 402 },
    ),
    inError(
      'gateway.model_missing',
      /model \\?[`'"]?[^`'"\s\\]{1,100}\\?[`'"]? (?:does not exist|not found|is not (?:available|supported|found))|unknown model|no such model|No endpoints found for|is not a valid model ID/i,
      'gateways, unknown model',
      { status: 404 },
    ),
  ],
})
