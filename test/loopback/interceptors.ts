/** Block pages and captive portals: answers of something that is not the API. */
import { html, type LoopbackReply } from '../../src/demo/loopback/replies.ts'
import type { Authority } from './pki.ts'
import { redirect } from './reply.ts'

/** Roots of products that re-sign connections, named as their issuers really are called. */
export const INTERCEPTORS = {
  zscaler: { organization: 'Zscaler Inc.', common: 'Zscaler Root CA' },
  netskope: { organization: 'Netskope Inc', common: 'caadmin.netskope.com' },
  'palo-alto': { organization: 'Palo Alto Networks', common: 'GlobalProtect Root CA' },
  fortinet: { organization: 'Fortinet', common: 'FortiGate CA' },
  'blue-coat': { organization: 'Blue Coat Systems', common: 'Blue Coat ProxySG CA' },
  'cisco-umbrella': { organization: 'Cisco', common: 'Cisco Umbrella Root CA' },
  sophos: { organization: 'Sophos', common: 'Sophos SSL CA_C01001ABCDEF' },
  'cloudflare-gateway': {
    organization: 'Cloudflare, Inc.',
    common: 'Gateway CA - Cloudflare Managed G1',
  },
  mitmproxy: { organization: 'mitmproxy', common: 'mitmproxy' },
  squid: { organization: 'Acme', common: 'Acme Squid Inspection CA' },
} as const satisfies Readonly<Record<string, Authority['name']>>

export function zscalerBlocked(): LoopbackReply {
  const page =
    '<!DOCTYPE html><html><head><title>Internet Security by Zscaler</title></head><body>' +
    '<img src="https://login.zscloud.net/img_logo_new1.png">' +
    "<p>Sorry, you don't have permission to visit this site.</p></body></html>"
  return html(403, page, { server: 'Zscaler/6.2', 'cache-control': 'no-cache' })
}

export function zscalerLogin(): LoopbackReply {
  return redirect(307, 'https://gateway.zscaler.net/auD?origurl=https%3A%2F%2Fapi%2eopenai%2ecom')
}

export function fortiguardBlocked(): LoopbackReply {
  const page =
    '<!DOCTYPE html><html><head><title>Web Filter Violation</title></head><body>' +
    '<h1>FortiGuard Intrusion Prevention - Access Blocked</h1><h3>Web Page Blocked</h3></body></html>'
  return html(403, page, { 'x-frame-options': 'SAMEORIGIN' })
}

export function paloAltoBlocked(): LoopbackReply {
  const page =
    '<html><head><title>Web Page Blocked</title></head><body><div id="content">' +
    '<h1>Web Page Blocked</h1><p>Access to the web page you were trying to visit has been blocked ' +
    'in accordance with company policy.</p></div></body></html>'
  return html(503, page)
}

export function umbrellaBlocked(): LoopbackReply {
  const page =
    '<html><head><title>Cisco Umbrella</title></head><body>' +
    '<h1>This site is blocked due to content filtering.</h1><p>api.openai.com</p></body></html>'
  return html(403, page)
}

export function umbrellaRedirect(): LoopbackReply {
  return redirect(303, 'https://block.opendns.com/main?url=api.openai.com')
}

export function blueCoatNotify(): LoopbackReply {
  return redirect(302, 'http://notify.bluecoat.com/notify-NotifyUser1?/')
}

export function mcafeeBlocked(): LoopbackReply {
  const page =
    '<html><head><title>McAfee Web Gateway - Notification</title></head><body><h1>URL Blocked</h1>' +
    '<p>The requested URL is blocked by the URL Filter database module.</p></body></html>'
  return html(403, page, { via: '1.1 192.0.2.1 (McAfee Web Gateway 10.2.0)' })
}

/** A block page that names no product. */
export function namelessBlocked(): LoopbackReply {
  return html(403, '<html><body><h1>Access denied</h1><p>Blocked by policy</p></body></html>')
}

export function portalRedirect(location = 'https://portal.example.test/login'): LoopbackReply {
  return redirect(302, location)
}

/** Network authentication required (RFC 6585 §6). */
export function portal511(): LoopbackReply {
  return html(511, '<html><head><title>Network Authentication Required</title></head></html>')
}
