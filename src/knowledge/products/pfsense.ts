import { signer } from '../product.ts'

export const pfsense = signer('pfSense', /pfsense/i)
