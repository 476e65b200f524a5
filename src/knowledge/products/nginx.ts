import { webServer, onPage } from '../product.ts'
import { header, mark } from '../sign.ts'

export const nginx = webServer(
  'nginx',
  [header('server', /^nginx/i), mark('server.nginx')],
  [
    onPage(
      'server.nginx',
      /<center>nginx(?:\/[0-9.]{1,12})?<\/center>/i,
      'nginx default error page',
    ),
  ],
)
