import type { AnyObservation, Evidence, ResponseFacts } from '../model/index.ts'
import { factsOf, investigation, isWholeResponse } from '../model/reading.ts'
import { attribute } from './attribution.ts'

/**
 * With `compare-direct`: whether the symptom of a gateway route exists without the gateway, as the
 * end of a sentence. `undefined` when that was not asked.
 */
export function withoutGateway(
  evidence: Evidence,
): { readonly note: string; readonly observation: AnyObservation } | undefined {
  const seen = evidence.route.kind === 'gateway' ? investigation(evidence, 'direct-api') : undefined
  if (seen === undefined) return undefined
  const facts = factsOf<'direct-api'>(seen)
  const code = seen.outcome.status === 'failed' ? seen.outcome.failure.code : ''
  const note =
    facts === undefined || !isWholeResponse(facts)
      ? `without the gateway there is a failure too: ${seen.target} cannot be reached from this runner without the gateway either${code === '' ? '' : ` (${code})`}`
      : noteOf(facts, seen.target)
  return { note: `; ${note}`, observation: seen }
}

/** The question carries no key, so a 401 in OpenAI's own words is what a healthy API answers. */
function noteOf(response: ResponseFacts, host: string): string {
  const { responder, product } = attribute({
    response,
    route: { kind: 'openai', baseUrl: `https://${host}/v1` },
  })
  const status = String(response.status)
  if (responder === 'openai' && response.status === 401) {
    return `the symptom does not exist without the gateway: ${host} answers this runner as it should`
  }
  return responder === 'openai' || responder === 'openai-edge'
    ? `without the gateway there is a failure too: ${host} answers ${status} to the keyless question`
    : `without the gateway there is a failure too: ${product === '' ? 'something that is not OpenAI' : product} answers ${status} in place of ${host}`
}
