import { webServer } from '../product.ts'
import { header } from '../sign.ts'

export const amazonCloudfront = webServer('Amazon CloudFront', [
  header('server', /^CloudFront/i),
  header('x-amz-cf-id'),
])
