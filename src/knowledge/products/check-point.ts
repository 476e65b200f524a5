import { filter } from '../filter.ts'
import { onPage, OONI } from '../product.ts'

export const checkPoint = filter({
  name: 'Check Point',
  issuer: /check ?point/i,
  page: onPage('block.check_point', /Check Point UserCheck|\/UserCheck\/PortalMain/i, OONI, {
    status: 403,
  }),
  location: /\/UserCheck\/PortalMain/i,
})
