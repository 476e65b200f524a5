import { signer } from '../product.ts'

export const kaspersky = signer('Kaspersky', /kaspersky/i)
