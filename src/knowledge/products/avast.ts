import { signer } from '../product.ts'

export const avast = signer('Avast', /avast|avg (?:web|technologies)/i)
