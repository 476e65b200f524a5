import { inErrors, onPages, product } from '../product.ts'

/** Sentences that gateways, front servers and providers of any make write. */
export const anyGateway = product({
  name: '',
  marks: [
    ...onPages('default 5xx pages of load balancers', {
      'server.no_server': {
        says: /^\s{0,8}no available server\s{0,8}$|Backend fetch failed/i,
        source: 'Traefik, Varnish',
      },
      'server.plain_502': { says: /<title>50[234] [A-Z][A-Za-z -]{3,40}<\/title>/i, status: 502 },
    }),
    ...inErrors('gateways of any make', {
      'upstream.fetch_failed': {
        says: /\bfetch failed\b|\bgetaddrinfo (?:ENOTFOUND|EAI_AGAIN)\b|\bconnect (?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b|\bdial tcp\b[^"]{0,120}\b(?:refused|no such host|i\/o timeout|unreachable)|Cannot connect to host |litellm\.APIConnectionError|Exception - Connection error|\bdo request failed\b|do_request_failed|Reqwest error: error sending request/i,
        source: 'Portkey gateway 1.15 (measured), Node, Go, aiohttp and reqwest in gateways',
      },
      'upstream.unreachable': {
        says: /<class 'httpx\.\w{3,30}'>|\bNo available upstream candidate\b/,
        status: 502,
        source: 'KenyonY/openai-forward, tbphp/gpt-load: nothing behind it can be reached',
      },
      'server.not_found': {
        says: /"detail"\s{0,4}:\s{0,4}"Not Found"/,
        status: 404,
        inBodies: true,
        source: 'Starlette, FastAPI',
      },
      'server.plain_http_on_tls': {
        says: /plain HTTP request was sent to (?:an )?HTTPS port|Client sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled|combination of host and port requires TLS|sent a plain HTTP request, but this server only speaks HTTPS|running in SSL mode\. Try the URL/i,
        source: 'nginx, Go (Caddy, Traefik), Apache, Tomcat, cheroot, Webmin: their own sources',
      },
      'server.client_certificate': {
        says: /No required SSL certificate was sent|client certificate (?:is )?required|requires? a client certificate/i,
        source: 'nginx (496), IIS (403.7)',
      },
      'server.client_certificate_refused': {
        says: /The SSL certificate error/i,
        source: 'nginx (495)',
      },
      'gateway.budget': {
        says: /(?:budget|credits?|balance|quota) (?:limit )?(?:has been |is |are )?(?:exceeded|exhausted|used up|insufficient)|insufficient (?:credits?|balance|funds|quota|user quota)/i,
        status: 402,
      },
      'gateway.model_missing': {
        says: /model \\?[`'"]?[^`'"\s\\]{1,100}\\?[`'"]? (?:does not exist|not found|is not (?:available|supported|found))|unknown model|no such model|No endpoints found for|is not a valid model ID/i,
        status: 404,
      },
    }),
  ],
})
