import { filter } from '../filter.ts'
import { onPage, OONI } from '../product.ts'

export const zscaler = filter({
  name: 'Zscaler',
  issuer: /zscaler|zscloud/i,
  page: onPage(
    'block.zscaler',
    /Internet Security by Zscaler|login\.zscloud\.net|zscaler to protect you/i,
    `${OONI}; wafw00f`,
    { status: 403 },
  ),
  header: 'x-zscaler',
  server: /^zscaler/i,
  via: /zscaler/i,
  location: /:\/\/[\w.-]*(?:zscaler\w*|zscloud)\.net\b/i,
})
