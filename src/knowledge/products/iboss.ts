import { filter } from '../filter.ts'
import { onPage } from '../product.ts'

export const iboss = filter({
  name: 'iboss',
  issuer: /\biboss\b/i,
  page: onPage('block.iboss', /\biboss\b/i, 'iboss block page', { status: 403, inBodies: true }),
  location: /:\/\/[\w.-]*iboss\.com\b/i,
})
