import { filter } from '../filter.ts'
import { onPage, OONI } from '../product.ts'

export const ciscoUmbrella = filter({
  name: 'Cisco Umbrella',
  issuer: /cisco umbrella|opendns/i,
  page: onPage(
    'block.umbrella',
    /Cisco Umbrella|This site is blocked due to content filtering/i,
    OONI,
    { status: 403 },
  ),
  location: /:\/\/[\w.-]*opendns\.com\b/i,
  sinkhole: {
    address: /^146\.112\.61\.(?:10[4-8]|110)$/,
    source: 'block page addresses published by Cisco',
  },
  allow: (host) => `Allow ${host} in the Cisco Umbrella policy of this network.`,
})
