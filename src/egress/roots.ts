import tls from 'node:tls'
import type { Roots } from './question.ts'

/** The roots this process can name. The only place that asks Node for them. */
export const processRoots: Roots = {
  bundled: () => tls.getCACertificates('bundled'),
  system: () => tls.getCACertificates('system'),
}
