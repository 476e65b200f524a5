import type { Rule } from '../../model/index.ts'
import { factsOf, investigation } from '../../model/reading.ts'
import { SERVER_SIDE } from './bundle.ts'

/** The API lets this origin call it from a browser: possible, and still no place for a key. */
export const originAllowed: Rule = {
  id: 'browser/cors-open',
  match: (evidence) => {
    const seen = investigation(evidence, 'browser-origin')
    const facts = factsOf<'browser-origin'>(seen)
    if (seen?.outcome.status !== 'ok' || facts?.allowed !== true) return undefined
    return {
      rule: 'browser/cors-open',
      owner: 'client-app',
      rung: seen.rung,
      code: 'client.cors_open',
      retryable: false,
      summary: `A browser on ${facts.origin ?? 'this origin'} may call ${evidence.route.baseUrl} directly; every visitor would need the key for it.`,
      doNext: [SERVER_SIDE],
      doNot: ['Do not take an open CORS answer as permission to ship a key.'],
      cites: [seen],
    }
  },
}

/** The API does not let this origin in: no header of the front end changes that. */
export const originRefused: Rule = {
  id: 'browser/cors-refused',
  match: (evidence) => {
    const seen = investigation(evidence, 'browser-origin')
    const facts = factsOf<'browser-origin'>(seen)
    // A refusal is a failed observation with facts; one without facts was never answered.
    if (seen === undefined || facts?.allowed !== false) return undefined
    return {
      rule: 'browser/cors-refused',
      owner: 'client-app',
      rung: seen.rung,
      code: 'client.cors_refused',
      retryable: false,
      summary: `A browser on ${facts.origin ?? 'this origin'} may not call ${evidence.route.baseUrl}: ${facts.because ?? `the CORS question got ${facts.status ?? 'no answer'}.`} A server may.`,
      doNext: [SERVER_SIDE],
      doNot: ['Do not route the key through a public CORS proxy.'],
      cites: [seen],
    }
  },
}
