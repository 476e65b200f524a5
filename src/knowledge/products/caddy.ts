import { webServer, onPage } from '../product.ts'
import { header, mark } from '../sign.ts'

export const caddy = webServer(
  'Caddy',
  [header('server', /^caddy/i), header('via', /\bcaddy\b/i), mark('server.caddy')],
  [onPage('server.caddy', /\bCaddy\b/, 'Caddy default page', { inBodies: true })],
)
