import { signer } from '../product.ts'

export const norton = signer('Norton', /norton (?:web|core)|nortonlifelock/i)
