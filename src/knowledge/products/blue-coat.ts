import { filter } from '../filter.ts'
import { onPage, OONI } from '../product.ts'

export const blueCoat = filter({
  name: 'Blue Coat',
  issuer: /blue ?coat|proxysg|symantec (?:web|cloud|proxy|ssl visibility)/i,
  page: onPage(
    'block.bluecoat',
    /Access Denied \((?:policy_denied|content_filter_denied|authentication_failed)\)|notify\.bluecoat\.com|Symantec Web Security/i,
    OONI,
    { status: 403 },
  ),
  header: 'x-bluecoat',
  via: /blue ?coat|proxysg/i,
  location: /\/\/notify\.bluecoat\.com|cfauth\.com/i,
})
