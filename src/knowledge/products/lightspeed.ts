import { filter } from '../filter.ts'
import { onPage } from '../product.ts'

export const lightspeed = filter({
  name: 'Lightspeed',
  issuer: /lightspeed/i,
  page: onPage('block.lightspeed', /Lightspeed (?:Systems|Filter)/i, 'Lightspeed block page', {
    status: 403,
  }),
})
