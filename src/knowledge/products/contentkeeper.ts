import { signer } from '../product.ts'

export const contentkeeper = signer('ContentKeeper', /contentkeeper/i)
