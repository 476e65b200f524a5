import { webServer } from '../product.ts'
import { header } from '../sign.ts'

export const awsLoadBalancer = webServer('AWS load balancer', [header('server', /^awselb/i)])
