import { getCACertificates } from 'node:tls'
import type { Roots } from './question.ts'

/** The roots this process can name. The only place that asks Node for them. */
export const processRoots: Roots = {
  bundled: () => getCACertificates('bundled'),
  system: () => getCACertificates('system'),
}
