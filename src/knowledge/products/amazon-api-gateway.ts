import { webServer } from '../product.ts'
import { header } from '../sign.ts'

export const amazonApiGateway = webServer(
  'Amazon API Gateway',
  [header('x-amzn-errortype'), header('x-amz-apigw-id')],
  [],
  ['x-amz*'],
)
