import type { Rule } from '../../model/index.ts'
import { factsOf, investigation } from '../../model/reading.ts'

/** An endpoint that was set is not served, and the other family answered: what did work is said. */
export const otherFamilyAnswers: Rule = {
  id: 'settings/other-family-answers',
  match: (evidence) => {
    const seen = investigation(evidence, 'other-family')
    const { endpoint, answered } = factsOf<'other-family'>(seen) ?? {}
    if (seen === undefined || endpoint === undefined || answered !== true) return undefined
    return {
      rule: 'settings/other-family-answers',
      owner: 'request',
      rung: 'request',
      code: 'config.endpoint_other_answers',
      retryable: false,
      summary: `${evidence.route.endpoint} is not served there, and ${endpoint} answered the same question with the same key and model.`,
      doNext: [
        `Set endpoint: ${endpoint} if that is what the application calls, or have ${evidence.route.endpoint} served.`,
      ],
      doNot: [],
      cites: [seen],
    }
  },
}
