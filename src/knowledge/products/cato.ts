import { filter } from '../filter.ts'
import { onPage } from '../product.ts'

export const cato = filter({
  name: 'Cato',
  issuer: /cato (?:networks|root)|catonetworks/i,
  page: onPage('block.cato', /Cato Networks/i, 'Cato block page', { status: 403 }),
  location: /:\/\/[\w.-]*catonetworks\.com\b/i,
})
