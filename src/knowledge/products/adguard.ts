import { signer } from '../product.ts'

export const adguard = signer('AdGuard', /adguard/i)
