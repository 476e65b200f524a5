import { ASKED_INSTEAD, type Rule } from '../../model/index.ts'
import { responseOf } from '../../model/reading.ts'

/** The gateway lacks the default family, nothing named another, and the older one was asked. */
export const endpointAssumed: Rule = {
  id: 'settings/endpoint-assumed',
  match: (evidence) => {
    const { application, endpoint } = evidence.route
    const response = responseOf(evidence)
    if (application?.endpoint.from !== ASKED_INSTEAD || response === undefined) return undefined
    return {
      rule: 'settings/endpoint-assumed',
      owner: 'request',
      rung: 'request',
      code: 'config.endpoint_assumed',
      retryable: false,
      summary: `The gateway does not serve /responses, and neither a setting nor the checkout names the application's endpoint; ${endpoint} was asked instead.`,
      doNext: [`Set endpoint: ${endpoint} if that is what the application calls.`],
      doNot: [],
      cites: [response.observation],
    }
  },
}
