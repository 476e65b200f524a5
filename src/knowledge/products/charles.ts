import { signer } from '../product.ts'

export const charles = signer('Charles', /charles proxy/i)
