import type { Code, Rule } from '../../../model/index.ts'
import { TRUST_SETTING } from '../../../knowledge/clients.ts'

/** A variable on which the client itself fails before any packet, or that this program cannot follow. */
export const unusableWay: Rule = {
  id: 'egress/unusable',
  match: ({ egress, observations }) => {
    const [first] = observations
    const { unusable } = egress
    if (unusable === undefined || first === undefined) return undefined
    const byClient = unusable.by === 'client'
    return {
      rule: 'egress/unusable',
      owner: byClient ? 'request' : 'unknown',
      rung: 'config',
      code: byClient ? broken(unusable.variable) : 'own.way_not_supported',
      retryable: false,
      summary: byClient
        ? `The ${egress.client} client cannot send anything with ${unusable.variable} as it is: ${unusable.because}`
        : `${unusable.variable} names an egress that this preflight cannot use, so nothing was proven: ${unusable.because}`,
      doNext: [unusable.fix],
      doNot: ['Do not look at the API key or the quota: no request was sent this way.'],
      cites: [first],
    }
  },
}

/** A file of roots that cannot be read is no matter of the proxy. */
function broken(variable: string): Code {
  return TRUST_SETTING.test(variable) ? 'config.trust_unusable' : 'config.proxy_unusable'
}
