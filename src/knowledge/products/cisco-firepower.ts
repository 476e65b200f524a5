import { signer } from '../product.ts'

export const ciscoFirepower = signer('Cisco Firepower', /firepower|cisco meraki/i)
