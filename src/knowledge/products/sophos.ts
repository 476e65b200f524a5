import { filter } from '../filter.ts'
import { onPage, OONI } from '../product.ts'

export const sophos = filter({
  name: 'Sophos',
  issuer: /sophos|cyberoam/i,
  page: onPage(
    'block.sophos',
    /Powered by UTM Web Protection|Sophos Firewall|Sophos Web Appliance/i,
    OONI,
    { status: 403 },
  ),
  via: /sophos/i,
})
