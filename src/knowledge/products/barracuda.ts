import { filter } from '../filter.ts'
import { onPage } from '../product.ts'

export const barracuda = filter({
  name: 'Barracuda',
  issuer: /barracuda/i,
  page: onPage('block.barracuda', /Barracuda (?:Web|NG|CloudGen|Networks)/i, 'wafw00f', {
    status: 403,
  }),
  server: /^barracuda/i,
})
