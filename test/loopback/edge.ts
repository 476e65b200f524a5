/** Pages of the content delivery network in front of the API, and of plain web servers. */
import { EDGE, html, tinyPage, type LoopbackReply } from '../../src/demo/loopback/replies.ts'
import { text } from './reply.ts'

/** The long page of the edge: the origin answered wrongly (520), not at all (522, 524). */
export function edgeOriginError(status: 520 | 521 | 522 | 523 | 524): LoopbackReply {
  const title = {
    520: 'Web server is returning an unknown error',
    521: 'Web server is down',
    522: 'Connection timed out',
    523: 'Origin is unreachable',
    524: 'A timeout occurred',
  }[status]
  const page =
    '<!DOCTYPE html>\n<html class="no-js" lang="en-US">\n<head>\n' +
    `<title>api.openai.com | ${String(status)}: ${title}</title>\n</head>\n<body>\n` +
    `<div id="cf-wrapper"><div id="cf-error-details"><h1>${title}` +
    `<span class="cf-error-code">Error code ${String(status)}</span></h1></div></div>\n` +
    '</body>\n</html>\n'
  return html(status, page, {
    ...EDGE,
    'referrer-policy': 'same-origin',
    'x-frame-options': 'SAMEORIGIN',
  })
}

/** "You have been blocked": the edge does not like this egress address. */
export function html403Cloudflare(): LoopbackReply {
  const page =
    '<!DOCTYPE html>\n<html class="no-js" lang="en-US">\n<head>\n' +
    '<title>Attention Required! | Cloudflare</title>\n</head>\n<body>\n' +
    '<div id="cf-wrapper"><h1 data-translate="block_headline">Sorry, you have been blocked</h1>' +
    '<h2 class="cf-subheadline">You are unable to access openai.com</h2></div>\n</body>\n</html>\n'
  return html(403, page, { ...EDGE, 'referrer-policy': 'same-origin' })
}

export function challengeCloudflare(): LoopbackReply {
  const page =
    '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>' +
    '<meta name="robots" content="noindex,nofollow"></head><body></body></html>'
  return html(403, page, { ...EDGE, 'cf-mitigated': 'challenge' })
}

/** A firewall rule of the edge in the short form for programs. */
export function edgeCode(status: 403 | 429, code: 1015 | 1020): LoopbackReply {
  return text(status, `error code: ${String(code)}`, EDGE)
}

/** A plain web server or load balancer that is not the API. */
export function plainServerPage(
  status: 403 | 404 | 502 | 503 | 504,
  server: 'nginx' | 'haproxy' | 'alb',
): LoopbackReply {
  const words = {
    403: 'Forbidden',
    404: 'Not Found',
    502: 'Bad Gateway',
    503: 'Service Unavailable',
    504: 'Gateway Time-out',
  }[status]
  const title = `${String(status)} ${words}`
  if (server === 'haproxy') {
    return html(status, `<html><body><h1>${title}</h1>\nNo server is available.\n</body></html>\n`)
  }
  const name = server === 'nginx' ? { server: 'nginx/1.24.0' } : { server: 'awselb/2.0' }
  return tinyPage(status, title, server === 'nginx' ? 'nginx/1.24.0' : '', name)
}

/** The short page of the edge, e.g. 502 and 504, when the origin gives nothing. */
export function edgeTiny(status: 403 | 502 | 503 | 504): LoopbackReply {
  const title = {
    403: '403 Forbidden',
    502: '502 Bad Gateway',
    503: '503 Service Temporarily Unavailable',
    504: '504 Gateway Time-out',
  }[status]
  return tinyPage(status, title, 'cloudflare', EDGE)
}
