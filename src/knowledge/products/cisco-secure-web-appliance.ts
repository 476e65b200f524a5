import { filter } from '../filter.ts'
import { onPage, OONI } from '../product.ts'

export const ciscoSecureWebAppliance = filter({
  name: 'Cisco Secure Web Appliance',
  issuer: /ironport|cisco (?:wsa|secure web|web security)/i,
  page: onPage(
    'block.cisco_wsa',
    /Cisco-WSA|Cisco Secure Web Appliance|IronPort Web Security/i,
    OONI,
    { status: 403 },
  ),
  via: /Cisco-WSA|IronPort/i,
})
