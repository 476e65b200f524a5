import type { Rule } from '../../model/index.ts'
import { factsOf, investigation } from '../../model/reading.ts'
import { soon } from './soon.ts'

/** The service itself says that this key ends. */
export const keyExpires: Rule = {
  id: 'ahead/key',
  match: (evidence) => {
    const seen = investigation(evidence, 'key-expiry')
    const { expiresAt = '' } = factsOf<'key-expiry'>(seen) ?? {}
    const end = soon(evidence, Date.parse(expiresAt))
    if (seen === undefined || end === undefined) return undefined
    const day = expiresAt.slice(0, 10)
    return {
      rule: 'ahead/key',
      owner: 'auth',
      rung: 'auth',
      code: 'api.key_expires_soon',
      retryable: false,
      summary: `${seen.target} says that this key ends on ${day}, ${end.when}.`,
      doNext: [`Create a new key and put it into the secret of this job before ${day}.`],
      doNot: [],
      cites: [seen],
    }
  },
}
