import { signer } from '../product.ts'

export const a10Networks = signer('A10 Networks', /a10 networks/i)
