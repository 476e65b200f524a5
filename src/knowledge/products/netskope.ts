import { filter } from '../filter.ts'
import { onPage } from '../product.ts'

export const netskope = filter({
  name: 'Netskope',
  issuer: /netskope|goskope/i,
  page: onPage(
    'block.netskope',
    /Netskope/i,
    'page text not confirmed in public; the product names itself',
    { status: 403 },
  ),
  header: 'x-netskope',
  server: /netskope/i,
  location: /:\/\/[\w.-]*(?:netskope|goskope)\.com\b/i,
})
