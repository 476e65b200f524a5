import { signer } from '../product.ts'

export const smoothwall = signer('Smoothwall', /smoothwall/i)
