import { signer } from '../product.ts'

export const proxyman = signer('Proxyman', /proxyman/i)
