import { webServer, onPage } from '../product.ts'
import { header, mark } from '../sign.ts'

export const openresty = webServer(
  'OpenResty',
  [header('server', /^openresty/i), mark('server.openresty')],
  [
    onPage(
      'server.openresty',
      /<center>openresty(?:\/[0-9.]{1,12})?<\/center>/i,
      'OpenResty default error page',
    ),
  ],
)
