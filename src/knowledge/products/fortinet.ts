import { filter } from '../filter.ts'
import { onPage, OONI } from '../product.ts'

export const fortinet = filter({
  name: 'Fortinet',
  issuer: /forti(?:gate|net|proxy|guard)|\bFGT?[A-Z0-9]{2}[A-Z0-9]{10,14}\b/i,
  page: onPage(
    'block.fortinet',
    /FortiGuard|Powered By Fortinet|FortiGate Application Control|fgd_icon|Web ?filter Violation/i,
    `${OONI}; wafw00f`,
    { status: 403 },
  ),
  header: 'x-forti',
  server: /^forti/i,
  location: /\/\/globalurl\.fortinet\.net|:(?:8008|8010|1000|1003)\/|\/fgtauth/i,
})
