import { filter } from '../filter.ts'
import { onPage } from '../product.ts'

export const menloSecurity = filter({
  name: 'Menlo Security',
  issuer: /menlo ?security/i,
  page: onPage('block.menlo', /Menlo Security/i, 'Menlo block page', { status: 403 }),
  location: /:\/\/[\w.-]*menlosecurity\.com\b/i,
})
