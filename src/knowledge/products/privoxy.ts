import { namedProxy, onPage } from '../product.ts'

export const privoxy = namedProxy({
  name: 'Privoxy',
  named: /privoxy/i,
  page: onPage('proxy.privoxy', /Privoxy/i, 'Privoxy error page', { inBodies: true }),
})
