import { webServer, onPage } from '../product.ts'
import { mark } from '../sign.ts'

export const goServer = webServer(
  'a Go server',
  [mark('server.go')],
  [
    onPage(
      'server.go',
      /^\s{0,8}(?:404 page not found|Bad Gateway|Gateway Timeout|no available server)\s{0,8}$/,
      'default bodies of Go servers, Traefik among them',
    ),
  ],
)
