import { filter } from '../filter.ts'
import { onPage, OONI } from '../product.ts'

export const ciscoMeraki = filter({
  name: 'Cisco Meraki',
  page: onPage('block.meraki', /blocked by your network operator/i, OONI, { status: 403 }),
  location: /:\/\/[\w.-]*meraki\.com\b/i,
})
