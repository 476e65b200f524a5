import type { CertificateFacts, Evidence } from '../model/index.ts'
import { attribute, type Attribution } from '../responders/index.ts'
import { factsOf, investigation, observations, lastAttempt, responseOf } from '../model/reading.ts'

/** Evidence does not change, and every rule asks the same question of it. */
const KNOWN = new WeakMap<Evidence, { readonly attribution: Attribution | undefined }>()

/** Who wrote the response of the last attempt; `undefined` when none came. */
export function attributionOf(evidence: Evidence): Attribution | undefined {
  const known = KNOWN.get(evidence) ?? { attribution: attributionOfResponse(evidence) }
  KNOWN.set(evidence, known)
  return known.attribution
}

function attributionOfResponse(evidence: Evidence): Attribution | undefined {
  const response = responseOf(evidence)
  if (response === undefined) return undefined
  const tunnelHeaders = factsOf<'tunnel'>(observations(evidence, 'tunnel').at(-1))?.headers
  return attribute({
    response: response.facts,
    route: evidence.route,
    chain: chainOf(evidence),
    ...(tunnelHeaders === undefined ? {} : { tunnelHeaders }),
    source: evidence.source,
  })
}

/** The certificates that the connection to the API presented, else those of the investigation. */
function chainOf(evidence: Evidence): readonly CertificateFacts[] {
  const attempt = lastAttempt(evidence)
  for (const one of observations(evidence, 'handshake').toReversed()) {
    const facts = factsOf<'handshake'>(one)
    if (one.attempt === attempt && facts?.of === 'target' && facts.chain !== undefined) {
      return facts.chain
    }
  }
  return factsOf<'served-chain'>(investigation(evidence, 'served-chain'))?.chain ?? []
}
