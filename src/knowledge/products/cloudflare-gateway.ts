import { filter } from '../filter.ts'
import { onPage } from '../product.ts'

export const cloudflareGateway = filter({
  name: 'Cloudflare Gateway',
  issuer: /cloudflare gateway|gateway ca - cloudflare|cloudflare for teams/i,
  page: onPage(
    'block.cloudflare_gateway',
    /Cloudflare Gateway|blocked by your organization(?:['’]s)? (?:Gateway|administrator) policy/i,
    'Cloudflare Gateway block page',
    { status: 403 },
  ),
})
