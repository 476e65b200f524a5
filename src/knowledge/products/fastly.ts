import { webServer } from '../product.ts'
import { header } from '../sign.ts'

export const fastly = webServer('Fastly', [header('x-fastly-request-id')])
