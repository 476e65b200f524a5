import { webServer, onPage } from '../product.ts'
import { header, mark } from '../sign.ts'

export const iis = webServer(
  'IIS',
  [header('server', /^microsoft-iis/i), mark('server.iis')],
  [
    onPage('server.iis', /Microsoft-IIS|<title>IIS [0-9.]{1,5} Detailed Error/i, 'IIS error page', {
      inBodies: true,
    }),
  ],
)
