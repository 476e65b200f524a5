import { signer } from '../product.ts'

export const opnsense = signer('OPNsense', /opnsense/i)
