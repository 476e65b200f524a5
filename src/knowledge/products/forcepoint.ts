import { filter } from '../filter.ts'
import { onPage, OONI } from '../product.ts'

export const forcepoint = filter({
  name: 'Forcepoint',
  issuer: /forcepoint|websense/i,
  page: onPage('block.forcepoint', /blockpage\.cgi|Forcepoint|Websense/i, OONI, { status: 403 }),
  location: /:15871\/|\/cgi-bin\/blockpage\.cgi|blocked?\.forcepoint\.net/i,
})
