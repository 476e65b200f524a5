import { signer } from '../product.ts'

export const microsoftGlobalSecureAccess = signer(
  'Microsoft Global Secure Access',
  /global secure access/i,
)
