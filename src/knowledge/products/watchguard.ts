import { filter } from '../filter.ts'
import { onPage } from '../product.ts'

export const watchguard = filter({
  name: 'WatchGuard',
  issuer: /watchguard|fireware/i,
  page: onPage(
    'block.watchguard',
    /WatchGuard (?:Technologies|WebBlocker)|WebBlocker/i,
    'WatchGuard deny message',
    { status: 403 },
  ),
})
