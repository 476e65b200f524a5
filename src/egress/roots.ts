import type { Roots } from './question.ts'

/** Loaded when a client needs them: settings that cannot work send nothing. */
const tls = () => process.getBuiltinModule('node:tls')

/** The roots this process can name. The only place that asks Node for them. */
export const processRoots: Roots = {
  bundled: () => tls().getCACertificates('bundled'),
  system: () => tls().getCACertificates('system'),
}
