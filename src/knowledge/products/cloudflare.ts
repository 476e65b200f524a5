import { webServer, type Product } from '../product.ts'
import { header } from '../sign.ts'

export const cloudflare: Product = {
  ...webServer('Cloudflare', [header('server', /^cloudflare/i), header('cf-ray')]),
  yields: true,
}
