import { signer } from '../product.ts'

export const bitdefender = signer('Bitdefender', /bitdefender/i)
