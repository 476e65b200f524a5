import { webServer, onPage } from '../product.ts'
import { header, mark } from '../sign.ts'

export const haproxy = webServer(
  'HAProxy',
  [header('server', /^haproxy/i), mark('server.haproxy')],
  [
    onPage(
      'server.haproxy',
      /<h1>50[234] [A-Z][A-Za-z -]{3,30}<\/h1>\s{0,8}(?:No server is available to handle this request|The server returned an invalid or incomplete response|The server didn['’]t respond in time)/i,
      'HAProxy default errors',
    ),
  ],
)
