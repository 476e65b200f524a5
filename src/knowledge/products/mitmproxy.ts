import { namedProxy, onPage } from '../product.ts'

export const mitmproxy = namedProxy({
  name: 'mitmproxy',
  named: /mitmproxy/i,
  issuer: /\bmitmproxy\b/i,
  page: onPage('proxy.mitmproxy', /\bmitmproxy\b/i, 'mitmproxy error page', { inBodies: true }),
})
