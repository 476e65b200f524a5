import { signer } from '../product.ts'

export const fiddler = signer('Fiddler', /fiddler/i)
