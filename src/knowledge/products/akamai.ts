import { webServer } from '../product.ts'
import { header } from '../sign.ts'

export const akamai = webServer('Akamai', [header('server', /^AkamaiGHost/i)])
