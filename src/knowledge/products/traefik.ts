import { webServer } from '../product.ts'
import { header } from '../sign.ts'

export const traefik = webServer('Traefik', [header('server', /^traefik/i)])
