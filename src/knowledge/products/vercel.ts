import { webServer } from '../product.ts'
import { header } from '../sign.ts'

export const vercel = webServer(
  'Vercel',
  [header('server', /^vercel/i), header('x-vercel-id')],
  [],
  ['x-vercel-*'],
)
