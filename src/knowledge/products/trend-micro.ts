import { signer } from '../product.ts'

export const trendMicro = signer('Trend Micro', /trend ?micro|interscan/i)
