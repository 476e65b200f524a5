import type { Code } from '../../../model/index.ts'
import type { EvidenceConclusion } from '../../whole-run.ts'
import { TRUST_SETTING } from '../../../knowledge/clients.ts'

/** A variable on which the client itself fails before any packet, or that this program cannot follow. */
export const unusableWay: EvidenceConclusion = {
  id: 'egress/unusable',
  says: ({ egress: { unusable, client }, observations }) => {
    if (unusable === undefined) return undefined
    const byClient = unusable.by === 'client'
    return {
      owner: byClient ? 'request' : 'unknown',
      rung: 'config',
      code: byClient ? broken(unusable.variable) : 'own.way_not_supported',
      summary: byClient
        ? `The ${client} client cannot send anything with ${unusable.variable} as it is: ${unusable.because}`
        : `${unusable.variable} names an egress that this preflight cannot use, so nothing was proven: ${unusable.because}`,
      doNext: [unusable.fix],
      doNot: ['Do not look at the API key or the quota: no request was sent this way.'],
      cites: [observations[0]],
    }
  },
}

/** A file of roots that cannot be read is no matter of the proxy. */
function broken(variable: string): Code {
  return TRUST_SETTING.test(variable) ? 'config.trust_unusable' : 'config.proxy_unusable'
}
