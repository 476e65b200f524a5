import { signer } from '../product.ts'

export const drWeb = signer('Dr.Web', /dr\.? ?web/i)
