import { signer } from '../product.ts'

export const httpToolkit = signer('HTTP Toolkit', /http ?toolkit/i)
