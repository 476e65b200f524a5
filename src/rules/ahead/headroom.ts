import type { Limit, Rule } from '../../model/index.ts'
import { responseOf } from '../../model/reading.ts'
import { headroomOf } from '../headroom.ts'

/** The request passed, and the next ones may not. */
export const headroomLow: Rule = {
  id: 'ahead/headroom',
  match: (evidence) => {
    const response = responseOf(evidence)
    const share = evidence.route.headroomWarning ?? 0
    const { requests, tokens } = response?.facts.limits ?? {}
    const low = {
      ...(isLow(requests, share) ? { requests } : {}),
      ...(isLow(tokens, share) ? { tokens } : {}),
    }
    const left = headroomOf(low)
    if (response === undefined || response.facts.status >= 300 || left === '') return undefined
    return {
      rule: 'ahead/headroom',
      owner: 'rate-limit',
      rung: 'quota',
      code: 'api.headroom_low',
      retryable: true,
      summary: `Less than ${String(Math.round(share * 1000) / 10)}% of a rate limit is left: ${left}.`,
      doNext: [
        'Find what else uses this project, spread its requests, or ask for a higher limit before the deploy adds to them.',
      ],
      doNot: ['Do not change the billing plan for it: a rate limit is no quota.'],
      cites: [response.observation],
    }
  },
}

function isLow(limit: Limit | undefined, share: number): boolean {
  const { remaining, limit: all } = limit ?? {}
  return remaining !== undefined && all !== undefined && all > 0 && remaining < all * share
}
