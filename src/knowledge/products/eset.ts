import { signer } from '../product.ts'

export const eset = signer('ESET', /\beset\b/i)
