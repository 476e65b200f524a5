import { signer } from '../product.ts'

export const securly = signer('Securly', /securly/i)
