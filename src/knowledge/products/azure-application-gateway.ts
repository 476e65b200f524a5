import { webServer } from '../product.ts'
import { header } from '../sign.ts'

export const azureApplicationGateway = webServer('Azure Application Gateway', [
  header('server', /^Microsoft-Azure-Application-Gateway/i),
])
