import { signer } from '../product.ts'

export const burpSuite = signer('Burp Suite', /portswigger/i)
