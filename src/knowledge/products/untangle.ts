import { filter } from '../filter.ts'
import { onPage } from '../product.ts'

export const untangle = filter({
  name: 'Untangle',
  issuer: /untangle|arista edge threat/i,
  page: onPage('block.untangle', /Untangle (?:Server|Web Filter)/i, 'Untangle block page', {
    status: 403,
  }),
})
