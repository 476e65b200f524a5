import { webServer } from '../product.ts'
import { header } from '../sign.ts'

export const azureFrontDoor = webServer('Azure Front Door', [header('x-azure-ref')])
