import { filter } from '../filter.ts'
import { onPage, OONI } from '../product.ts'

export const skyhigh = filter({
  name: 'Skyhigh',
  issuer: /mcafee|skyhigh|trellix/i,
  page: onPage('block.mcafee', /McAfee Web Gateway|Skyhigh Security/i, OONI, { status: 403 }),
  via: /McAfee Web Gateway|Skyhigh/i,
})
