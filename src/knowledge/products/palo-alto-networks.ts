import { filter } from '../filter.ts'
import { onPage, OONI } from '../product.ts'

export const paloAltoNetworks = filter({
  name: 'Palo Alto Networks',
  issuer: /palo ?alto|globalprotect|prisma access/i,
  page: onPage(
    'block.palo_alto',
    /<h1>Web Page Blocked<\/h1>|has been blocked in accordance with company policy|Palo Alto Next Generation Security/i,
    OONI,
    { status: 403 },
  ),
  location: /\/php\/(?:urlblock|uid)\.php\b/i,
  sinkhole: {
    address: /^(?:198\.135\.184\.22|72\.5\.65\.111)$/,
    source: 'docs.paloaltonetworks.com, "Enable DNS Security"',
    part: 'DNS Security',
  },
})
