import { signer } from '../product.ts'

export const owaspZap = signer('OWASP ZAP', /owasp|zed attack proxy/i)
