import { webServer, onPage } from '../product.ts'
import { header, mark } from '../sign.ts'

export const apache = webServer(
  'Apache',
  [header('server', /^apache/i), mark('server.apache')],
  [onPage('server.apache', /<address>Apache|Apache HTTP Server/i, 'Apache default error page')],
)
